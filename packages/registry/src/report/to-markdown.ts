import type { Finding, FindingLevel } from '../checks/finding.js';
import { allowanceOf, placeOf, usersOf } from './describe-finding.js';
import { listed } from './listed.js';
import { countLevels, isRefused, type Report, seconds, sumUp, tookMs } from './report.js';

/** The most findings of a level that are listed: a comment on a pull request has an end. */
const mostListed = 50;
const titles: Record<FindingLevel, string> = { error: 'Refused', warning: 'Worth a look', note: 'Harmless' };

/** For a pull request: the verdict, what is refused with its fix, and the rest folded away. */
export function toMarkdown(report: Report): string {
  const parts = [
    `## Schema check: ${isRefused(report) ? '❌ refused' : '✅ passed'}`,
    `Compared with \`${report.base.slice(0, 12)}\`: ${sumUp(report.results)}.`,
    section('error', listed(report, 'error')),
    section('warning', listed(report, 'warning')),
    folded(titles.note, section('note', listed(report, 'note'))),
    folded(`Stages, ${seconds(tookMs(report))}`, stages(report)),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function section(level: FindingLevel, findings: readonly Finding[]): string {
  if (findings.length === 0) return '';
  const listed = findings.slice(0, mostListed).map(toItem);
  const left = findings.length - listed.length;
  const more = left > 0 ? [`- … and ${left} more: \`npm run schema:check -- --notes\``] : [];
  return [`### ${titles[level]}`, '', ...listed, ...more].join('\n');
}

function toItem(finding: Finding): string {
  const { code, coordinate, message, fix } = finding;
  const [place, users] = [placeOf(finding), usersOf(finding)];
  const lines = [
    `- **\`${coordinate}\`** ${code}: ${withoutMarkup(message)}`,
    users && `Used by ${withoutMarkup(users)}.`,
    place && `\`${place}\``,
    fix && `**Fix:** ${withoutMarkup(fix)}`,
    withoutMarkup(allowanceOf(finding) ?? ''),
  ];
  return lines.filter((line) => line !== undefined && line !== '').join('<br>\n  ');
}

function folded(title: string, content: string): string {
  return content && `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;
}

function stages(report: Report): string {
  const rows = report.results.map((result) => {
    const { error, warning, note } = countLevels([result]);
    return `| ${result.title} | ${error} | ${warning} | ${note} | ${seconds(result.tookMs)} |`;
  });
  const preparation = `| what is compared | | | | ${seconds(report.preparationMs)} |`;
  return ['| stage | errors | warnings | notes | time |', '|---|---|---|---|---|', preparation, ...rows].join('\n');
}

/** Text in which GitHub finds no tags, and takes no directive for the name of a person to be told. */
function withoutMarkup(text: string): string {
  return text
    .replace(/[<>]/g, (sign) => (sign === '<' ? '&lt;' : '&gt;'))
    .replace(/(?<![\w`])@[A-Za-z]+/g, (directive) => `\`${directive}\``);
}
