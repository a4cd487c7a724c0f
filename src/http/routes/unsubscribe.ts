import type { FastifyInstance, FastifyReply } from 'fastify';
import { recordOptOut } from '../../audience/opt-out.ts';
import type { Channel } from '../../contract/channel.ts';
import { escapeHtml } from '../../message/text-as-html.ts';
import { asEngine } from '../../platform/database.ts';
import type { HttpContext } from '../context.ts';

/** Octets of what a mail reader posts: List-Unsubscribe=One-Click. */
const LARGEST_BODY = 1_024;
const config = {
  allow: 'anyone' as const,
  fromAnyPage: true,
  rateLimit: { max: 60, timeWindow: '1 minute' },
};
const schema = { hide: true };

type Asked = { Params: { token: string } };
type Message = { accountId: string; account: string; channel: Channel; address: string };

/**
 * The link under an email, for its recipient, who has no session here: the signed token is all that
 * counts. Looking at it changes nothing, because scanners of mail follow links; a mail reader that
 * offers a button sends a POST at once (RFC 8058).
 */
export function unsubscribeRoutes(server: FastifyInstance, context: HttpContext): void {
  // What is posted says nothing that the link does not.
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: LARGEST_BODY },
    (_request, _body, done) => done(null),
  );

  server.get<Asked>('/u/:token', { config, schema }, async ({ params }, reply) => {
    const message = await messageOf(context, params.token);
    if (!message) return tell(reply.status(404), noSuchLink);
    return tell(reply, {
      title: 'Unsubscribe',
      words: `Get no more emails from ${message.account}?`,
      button: 'Unsubscribe',
    });
  });

  server.post<Asked>('/u/:token', { config, schema }, async ({ params }, reply) => {
    const message = await messageOf(context, params.token);
    if (!message) return tell(reply.status(404), noSuchLink);
    const { accountId, channel, address } = message;
    const optOut = { channel, address, source: 'link' as const, words: 'Unsubscribe' };
    await asEngine(context.database, (client) =>
      recordOptOut(client, context.clock, accountId, optOut),
    );
    return tell(reply, {
      title: 'Unsubscribed',
      words: `You get no more emails from ${message.account} at this address.`,
    });
  });
}

const noSuchLink = {
  title: 'This link does not work',
  words: 'It is not complete, or too old. Open the newest email and follow its link, or answer it.',
};

async function messageOf({ database, links }: HttpContext, token: string): Promise<Message | null> {
  const whose = links.read(token);
  if (!whose) return null;
  const { rows } = await database.engine.query<Message>(
    `select d.account_id as "accountId", a.name as account, d.channel, d.address
       from delivery d join account a on a.id = d.account_id
      where d.account_id = $1 and d.id = $2`,
    [whose.accountId, whose.deliveryId],
  );
  return rows[0] ?? null;
}

type Page = { title: string; words: string; button?: string };

/** A page of its own: who comes here has nothing to do with ours. */
function tell(reply: FastifyReply, { title, words, button }: Page): FastifyReply {
  const form = button ? `<form method="post"><button>${escapeHtml(button)}</button></form>` : '';
  return reply
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .header('x-robots-tag', 'noindex')
    .send(`<!doctype html>
<html lang="en">
<head>
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(title)}</title>
<style>
body { margin: 15vh auto; max-width: 28rem; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; }
button { padding: 0.6rem 1.2rem; border: 0; border-radius: 4px; background: #1864ab; color: #fff; font: inherit; cursor: pointer; }
</style>
</head>
<body>
<main>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(words)}</p>
${form}
</main>
</body>
</html>
`);
}
