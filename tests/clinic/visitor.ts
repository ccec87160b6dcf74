import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { request as httpsRequest } from 'node:https';

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A browser without pages: it keeps cookies, sends forms and follows redirects. It trusts any certificate. */
export function createVisitor(port: number, host: string, scheme: 'https' | 'http' = 'https') {
  const cookies = new Map<string, string>();

  function once(method: string, path: string, type?: string, body?: string): Promise<Answer> {
    const headers: Record<string, string> = { Host: host };
    if (cookies.size > 0) headers.Cookie = [...cookies].map((pair) => pair.join('=')).join('; ');
    if (type) headers['Content-Type'] = type;
    const target = {
      host: '127.0.0.1',
      port,
      servername: host,
      method,
      path,
      headers,
      rejectUnauthorized: false,
    };
    return new Promise((resolve, reject) => {
      const sent = (scheme === 'https' ? httpsRequest : httpRequest)(
        { ...target, agent: false },
        async (message) => {
          for (const cookie of message.headers['set-cookie'] ?? []) keep(cookie);
          let text = '';
          for await (const part of message.setEncoding('utf8')) text += part;
          resolve({ status: message.statusCode ?? 0, headers: message.headers, body: text });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });
  }

  function keep(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
    if (value) cookies.set(name, value);
    else cookies.delete(name);
  }

  async function follow(answer: Promise<Answer>): Promise<Answer & { readonly path?: string }> {
    const { location } = (await answer).headers;
    if (!location) return answer;
    return { path: location, ...(await follow(once('GET', location))) };
  }

  return {
    get: (path: string) => follow(once('GET', path)),
    post: (path: string, form: Record<string, string> = {}) =>
      follow(once('POST', path, 'application/x-www-form-urlencoded', new URLSearchParams(form).toString())),
    postJson: (path: string, value: unknown) => once('POST', path, 'application/json', JSON.stringify(value)),
    cookies,
  };
}
