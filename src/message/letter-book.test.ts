import { expect, test } from 'vitest';
import { testConstants } from '../../test/support/merge-constants.ts';
import type { Content } from '../contract/content.ts';
import { compileContent } from './compile-content.ts';
import { mergeScope } from './merge-scope.ts';
import { renderMessage } from './render-message.ts';

/** Compiles an email, and gives what somebody of that name gets. */
function emailOf(email: Partial<NonNullable<Content['email']>>) {
  const result = compileContent({ email: { subject: 'Hello', ...email } });
  if ('problems' in result) throw new Error(JSON.stringify(result.problems));
  return (name: string) => {
    const participant = {
      name,
      first_name: name,
      last_name: '',
      phone: '',
      email: 'a+b@c.example',
    };
    const scope = mergeScope({ participant, event: null }, testConstants);
    const { text, email: rendered } = renderMessage(result.compiled, 'email', scope);
    if (!rendered) throw new Error('an email has a letter');
    const html = /<body>\n(.*)\n<\/body>/s.exec(rendered.html)?.[1] ?? '';
    return { text, html, letter: rendered.letter, values: rendered.values };
  };
}

test('a value that is merged into rich text is text there, and as it is in the plain part', () => {
  const render = emailOf({ html: '<p>Hi <b>{{ participant.first_name }}</b></p>' });
  const { html, text } = render('<img src=x onerror=alert(1)> & "co"');
  expect(html).toBe('<p>Hi <b>&lt;img src=x onerror=alert(1)&gt; &amp; &quot;co&quot;</b></p>');
  expect(text).toBe('Hi <img src=x onerror=alert(1)> & "co"');
});

test('people whom conditions leave the same words share a letter', () => {
  const render = emailOf({
    text: 'Hi {{ participant.first_name | default: "you" }}{% if participant.first_name %}!{% endif %}',
  });
  expect(render('Ana').letter).toBe(render('Björn').letter);
  expect(render('Ana').letter).not.toBe(render('').letter);
  expect([render('Ana').text, render('').text]).toEqual(['Hi Ana!', 'Hi you']);
});

test('letters are forgotten before they become many, and are written anew', () => {
  const cases = Array.from({ length: 100 }, (_, n) => `{% when "N${n}" %}words ${n}`).join('');
  const render = emailOf({ text: `{% case participant.first_name %}${cases}{% endcase %} end` });
  const { letter } = render('N0');
  for (let n = 1; n < 100; n += 1) expect(render(`N${n}`).text).toBe(`words ${n} end`);
  expect(render('N0')).toMatchObject({ text: 'words 0 end' });
  expect(render('N0').letter).not.toBe(letter);
});

test('only what mail readers show safely goes out', () => {
  const render = emailOf({
    html:
      '<script>alert(1)</script><style>p{}</style><p onclick="x()" style="position:fixed;color:red">a</p>' +
      '<a href="javascript:alert(1)">b</a><a href="http://x.example">c</a><a href="/d">d</a>' +
      '<a href="https://x.example/?a=1&amp;b=2">e</a><a href="mailto:x@y.example">f</a>' +
      '<img src="http://x.example/a.png"><img src="cid:logo"><iframe src="https://x.example"></iframe>' +
      '<svg><script>1</script></svg><form action="https://x.example"><b>g',
  });
  expect(render('Ana').html).toBe(
    '<p style="color:red">a</p><a>b</a><a>c</a><a>d</a>' +
      '<a href="https://x.example/?a=1&amp;b=2">e</a><a href="mailto:x@y.example">f</a>' +
      '<img src="cid:logo" /><b>g</b>',
  );
});

test('a value in a link stays a part of its address', () => {
  const render = emailOf({
    html: '<a href="https://x.example/?n={{ participant.first_name }}">x</a> <a href="mailto:{{ participant.email }}">y</a>',
  });
  const { html, text } = render('Ana & Co?" x="#');
  expect(html).toBe(
    '<a href="https://x.example/?n=Ana%20%26%20Co%3F%22%20x%3D%22%23">x</a> <a href="mailto:a+b@c.example">y</a>',
  );
  expect(text).toContain('x (https://x.example/?n=Ana%20%26%20Co%3F%22%20x%3D%22%23)');
});

test('a value that is a whole link must be a web address', () => {
  const render = emailOf({ html: '<a href="{{ participant.first_name }}">x</a>' });
  expect(render('javascript:alert(1)').html).toBe('<a href="#">x</a>');
  expect(render('https://x.example/a%20b?c=d&e').html).toBe(
    '<a href="https://x.example/a%20b?c=d&amp;e">x</a>',
  );
});

test('of an email that was written as text the HTML is made, with links', () => {
  const render = emailOf({
    text: 'See https://x.example/{{ participant.first_name }}.\n\n{{ participant.name }}',
  });
  expect(render('a b').html).toBe(
    '<p>See <a href="https://x.example/a%20b">https://x.example/a b</a>.</p>\n<p>a b</p>',
  );
  expect(render('https://y.example').html).toContain(
    '<p><a href="https://y.example">https://y.example</a></p>',
  );
});

test('of rich text the plain part is made, with its lists and links', () => {
  const render = emailOf({
    html:
      '<h1>Closed</h1><p>Dear {{ participant.first_name }},<br>we are <b>closed</b>.</p>' +
      '<ul><li>today</li><li>tomorrow</li></ul><p><a href="https://x.example/">more</a></p>',
  });
  expect(render('Ana').text).toBe(
    'Closed\n\nDear Ana,\nwe are closed.\n\n- today\n- tomorrow\n\nmore (https://x.example/)',
  );
});

test('conditions in rich text mean what an editor wrote, and cannot break out of an attribute', () => {
  const render = emailOf({
    html:
      '<p>{% if participant.first_name == &quot;Ana&quot; %}A&amp;B{% else %}C{% endif %}</p>' +
      '<a href="https://x.example/{% if participant.last_name %}">y{% endif %}" onmouseover="alert(1)">z</a>',
  });
  expect(render('Ana').html).toMatch(/^<p>A&amp;B<\/p><a href="https:[^"<>]*">[^<]*<\/a>$/);
  expect(render('Ana').html).not.toMatch(/<[^>]*onmouseover/);
  expect(render('Bo').html).toContain('<p>C</p>');
});

test('what looks like a mark of ours is none', () => {
  const render = emailOf({ text: 'a\ufdd00\ufdd1b {{ participant.first_name }}' });
  expect(render('\ufdd00\ufdd1').text).toBe('a0b \ufdd00\ufdd1');
});
