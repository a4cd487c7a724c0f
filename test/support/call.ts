/** What the API answered; `json` is the body as it came, null where there was none. */
export type CallAnswer = { status: number; headers: Headers; json: unknown };

/**
 * Calls the API as this machine's command line. Other `headers` stand beside that, or instead: a
 * cookie calls as whoever is signed in, and `authorization: ''` as nobody. A body that is no text,
 * form or bytes goes as JSON.
 */
export type Call = (
  method: string,
  path: string,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
) => Promise<CallAnswer>;

/** Makes the caller of a server. */
export function callerOf(url: string, token: string): Call {
  return async (method, path, body, headers = {}) => {
    const sent = new Headers(headers);
    if (!sent.has('cookie') && !sent.has('authorization')) {
      sent.set('authorization', `Bearer ${token}`);
    }
    if (sent.get('authorization') === '') sent.delete('authorization');
    const isRaw =
      typeof body === 'string' || body instanceof FormData || body instanceof Uint8Array;
    if (body !== undefined && !(body instanceof FormData) && !sent.has('content-type')) {
      sent.set('content-type', 'application/json');
    }
    const response = await fetch(new URL(path, url), {
      method,
      headers: sent,
      // What is raw is one of the three that fetch takes as they are.
      ...(body === undefined
        ? {}
        : { body: isRaw ? (body as NonNullable<RequestInit['body']>) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      headers: response.headers,
      json: text === '' ? null : JSON.parse(text),
    };
  };
}
