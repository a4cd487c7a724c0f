import { createServer } from 'node:net';

// The peer of the email benchmark, in a process of its own: a mail server that takes everything, does
// nothing with it, and tells its parent how many it took of how many octets.
const END = Buffer.from('\r\n.\r\n');
let mails = 0;
let octets = 0;

const server = createServer((socket) => {
  let rest = Buffer.alloc(0);
  let inData = false;
  socket.on('error', () => undefined);
  socket.write('220 sink ESMTP\r\n');
  socket.on('data', (chunk) => {
    rest = rest.length === 0 ? chunk : Buffer.concat([rest, chunk]);
    let answer = '';
    for (;;) {
      const at = rest.indexOf(inData ? END : '\r\n');
      if (at < 0) break;
      const end = at + (inData ? END.length : 2);
      const line = inData ? '' : rest.toString('latin1', 0, at);
      rest = rest.subarray(end);
      if (inData) {
        mails += 1;
        octets += end;
        answer += '250 2.0.0 taken\r\n';
      } else answer += reply(line);
      inData = !inData && line === 'DATA';
    }
    if (answer) socket.write(answer);
  });
});

function reply(line: string): string {
  if (line.startsWith('EHLO')) return '250-sink\r\n250 8BITMIME\r\n';
  if (line === 'DATA') return '354 go on\r\n';
  if (line === 'QUIT') return '221 bye\r\n';
  return '250 2.0.0 ok\r\n';
}

server.listen(0, '127.0.0.1', () => process.send?.(server.address()));
process.on('message', () => process.send?.({ mails, octets }));
process.on('disconnect', () => process.exit());
