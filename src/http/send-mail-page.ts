import type { FastifyReply } from 'fastify';

/**
 * What an email's HTML may do, wherever it is opened: nothing. No script, no form and no origin of its own,
 * and nothing is fetched for it, so that no picture tells anybody that it was looked at.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'unsafe-inline'",
  'img-src data:',
  "form-action 'none'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
  'sandbox',
].join('; ');

/** Answers with an email as a page, to be framed by ours. */
export function sendMailPage(reply: FastifyReply, html: string): FastifyReply {
  return reply
    .header('content-security-policy', POLICY)
    .header('x-frame-options', 'SAMEORIGIN')
    .header('x-content-type-options', 'nosniff')
    .type('text/html; charset=utf-8')
    .send(html);
}
