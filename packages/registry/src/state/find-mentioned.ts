import type { InputPlace } from '../registry-input.error.js';
import type { SourceFile } from './source-file.js';

/** What an error says that is thrown far from the code it speaks of: type-graphql's, and Node.js's of a module. */
const forms = {
  directive: /@Directive|directive definition/,
  member: /'(?<member>\w+)' (?:field )?of '(?<owner>\w+)'(?! of )|(?<class>\w+)#(?<method>\w+)/,
  module: /'(?<missing>[^']+)' imported from (?<importer>\S+)\.js\b/,
  type: /multiple types named "(?<type>\w+)"/,
  quoted: /(?<quote>['"])(?<name>[\w-]+)\k<quote>/,
};

/**
 * Finds the code that an error speaks of: a directive, a member of a class, a module, a type that several classes declare.
 * There is more than one place where several fit.
 */
export function findMentioned(said: string, sources: readonly SourceFile[]): InputPlace[] {
  // Types of the domain bear the names of the graph's as well.
  const ofGraph = sources.filter(({ path }) => path.includes('/graphql/'));
  const found = [findDirective, findMember, findTypes].map((find) => find(said, ofGraph));
  return [...found, findImport(said, sources)].find((places) => places.length > 0) ?? [];
}

/** Finds the name that an error quotes, where the code quotes it too. */
export function findQuoted(said: string, sources: readonly SourceFile[]): InputPlace[] {
  const { name } = forms.quoted.exec(said)?.groups ?? {};
  return name ? placesOf(sources, `'${name}'`) : [];
}

/** The directive stands in double quotes, and may hold some. */
function findDirective(said: string, sources: readonly SourceFile[]): InputPlace[] {
  const [, text = ''] = (forms.directive.test(said) && /"(.*)"/s.exec(said)) || [];
  return text === '' ? [] : ["'", '"', '`'].flatMap((quote) => placesOf(sources, quote + text + quote));
}

function findMember(said: string, sources: readonly SourceFile[]): InputPlace[] {
  const { member, owner, class: className = owner, method: name = member } = forms.member.exec(said)?.groups ?? {};
  if (!className || !name) return [];
  return sources.flatMap(({ path, content }) => {
    const start = content.search(new RegExp(`class ${className}\\b|Type\\('${className}'`));
    if (start < 0) return [];
    const behind = content.slice(start).search(new RegExp(`(?<=\\n\\s+(?:\\w+ )*)${name}\\b\\s*[!?:=(]`));
    return { file: path, line: lineAt(content, start + Math.max(behind, 0)) };
  });
}

/** The file that was compiled says nothing to a person; the one that it was made from does. */
function findImport(said: string, sources: readonly SourceFile[]): InputPlace[] {
  const { missing = '', importer = '' } = forms.module.exec(said)?.groups ?? {};
  const file = `${importer.replace('/dist/', '/')}.ts`;
  const source = sources.find(({ path }) => path === file);
  if (!source) return [];
  const [place] = placesOf([source], `${missing.split('/').at(-1)}'`);
  return [place ?? { file }];
}

function findTypes(said: string, sources: readonly SourceFile[]): InputPlace[] {
  const { type } = forms.type.exec(said)?.groups ?? {};
  return type ? placesOf(sources, new RegExp(`Type\\('${type}'|name: '${type}'|class ${type} `)) : [];
}

/** The first place in each file. */
function placesOf(sources: readonly SourceFile[], text: string | RegExp): InputPlace[] {
  return sources.flatMap(({ path, content }) => {
    const start = typeof text === 'string' ? content.indexOf(text) : content.search(text);
    return start < 0 ? [] : { file: path, line: lineAt(content, start) };
  });
}

function lineAt(content: string, offset: number): number {
  return content.slice(0, offset).split('\n').length;
}
