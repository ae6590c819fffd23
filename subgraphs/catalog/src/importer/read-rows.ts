import { createReadStream } from 'node:fs';
import { type CsvError, parse } from 'csv-parse';

/** A line of the file as a spreadsheet counts it: the header is row 1. */
export type Row =
  | { number: number; cells: ReadonlyMap<string, string> }
  | { number: number; problem: string }
  | { number: number; isBlank: true };

export interface RowSource {
  header: readonly string[];
  rows: AsyncIterable<Row>;
  /** How much of the file has been read, from 0 to 1. */
  progress(): number;
}

const longestRecordBytes = 10_000_000;
const delimiters = [',', ';', '\t', '|'];

/**
 * Opens a CSV file and reads its header; rows are read when they are asked for, so that a file of any size will do.
 * @throws {Error} the system's own, when the file cannot be read.
 */
export async function openRows(
  file: string,
  { delimiter, sizeBytes }: { delimiter?: string | undefined; sizeBytes: number },
): Promise<RowSource> {
  const records = readRecords(file, delimiter ?? delimiterOf(await firstLine(file)));
  const first = await records.iterator.next();
  const header = first.done ? [] : first.value.record.map((name) => name.trim());
  let bytesRead = 0;
  const onRead = (bytes: number) => {
    bytesRead = bytes;
  };
  return {
    header,
    rows: toRows(header, records, onRead),
    progress: () => (sizeBytes === 0 ? 1 : Math.min(1, bytesRead / sizeBytes)),
  };
}

/** A record and how much of the file has been read with it. */
interface FileRecord {
  record: string[];
  info: { bytes: number };
}

interface Records {
  iterator: AsyncIterator<FileRecord>;
  /** What could not be parsed since the last look. */
  takeProblems(): Problem[];
}

interface Problem {
  /** How many good records stand before it, the header included. */
  after: number;
  problem: string;
}

function readRecords(path: string, delimiter: string): Records {
  let problems: Problem[] = [];
  const file = createReadStream(path);
  const parser = parse({
    bom: true,
    delimiter,
    info: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_records_with_error: true,
    max_record_size: longestRecordBytes,
    on_skip: (error) => {
      if (error) problems.push({ after: Number(error['records']), problem: problemOf(error) });
      return undefined;
    },
  });
  file.on('error', (error) => parser.destroy(error));
  const iterator = file.pipe(parser)[Symbol.asyncIterator]() as AsyncIterator<FileRecord>;
  const takeProblems = () => {
    const taken = problems;
    problems = [];
    return taken;
  };
  return { iterator, takeProblems };
}

/** The parser reads ahead: a problem is told when as many good records have been passed on as stood before it. */
async function* toRows(
  header: readonly string[],
  records: Records,
  onRead: (bytes: number) => void,
): AsyncIterable<Row> {
  const problems: Problem[] = [];
  let [number, passedOn] = [1, 1];
  for (;;) {
    const { done, value } = await records.iterator.next();
    problems.push(...records.takeProblems());
    while (problems[0] && (done || problems[0].after <= passedOn)) {
      number += 1;
      yield { number, problem: problems.shift()?.problem ?? '' };
    }
    if (done) return onRead(Number.POSITIVE_INFINITY);
    number += 1;
    passedOn += 1;
    onRead(value.info.bytes);
    yield toRow(number, header, value.record);
  }
}

function toRow(number: number, header: readonly string[], cells: readonly string[]): Row {
  if (cells.every((cell) => cell.trim() === '')) return { number, isBlank: true };
  if (cells.length !== header.length)
    return { number, problem: `The row has ${cells.length} cells, the header has ${header.length}.` };
  return { number, cells: new Map(header.map((name, index) => [name, (cells[index] ?? '').trim()])) };
}

function problemOf({ code }: CsvError): string {
  if (code === 'CSV_QUOTE_NOT_CLOSED') return 'A quotation mark is never closed; what follows could not be read.';
  if (code === 'CSV_MAX_RECORD_SIZE') return 'The row is longer than 10 MB.';
  return `The row cannot be read (${code}).`;
}

async function firstLine(path: string): Promise<string> {
  for await (const chunk of createReadStream(path, { encoding: 'utf8', end: 65_535 })) {
    return String(chunk).split(/\r?\n/, 1)[0] ?? '';
  }
  return '';
}

/** The sign that stands most often in the header, outside of quotation marks. */
export function delimiterOf(headerLine: string): string {
  const bare = headerLine.replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => ({ delimiter, count: bare.split(delimiter).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).delimiter;
}
