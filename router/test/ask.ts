export interface RouterAnswer {
  status: number;
  headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: each test knows the shape of what it asked for
  data: any;
  errors?: { message: string; path?: (string | number)[]; extensions: Record<string, unknown> }[];
  // biome-ignore lint/suspicious/noExplicitAny: the same
  extensions?: any;
}

export interface AskOptions {
  variables?: Record<string, unknown>;
  token?: string;
  headers?: Record<string, string>;
}

/** Sends an operation to the router as a client does. */
export async function ask(
  { url }: { url: string },
  query: string,
  { variables, token, headers = {} }: AskOptions = {},
): Promise<RouterAnswer> {
  return answerOf(
    await fetch(`${url}/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(token !== undefined && { authorization: `Bearer ${token}` }),
        ...headers,
      },
      body: JSON.stringify({ query, variables }),
    }),
  );
}

export async function answerOf(response: Response): Promise<RouterAnswer> {
  const body = (await response.json()) as Pick<RouterAnswer, 'data' | 'errors' | 'extensions'>;
  return { status: response.status, headers: response.headers, ...body };
}
