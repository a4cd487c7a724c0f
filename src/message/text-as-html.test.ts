import { expect, test } from 'vitest';
import { textAsHtml } from './text-as-html.ts';

test('nothing in the text becomes markup', () => {
  expect(textAsHtml('<script>alert("1")</script> & \'x\'')).toBe(
    '<p>&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39;</p>',
  );
});

test('an address becomes a link, without what ends the sentence, and cannot leave its attribute', () => {
  expect(textAsHtml('See https://clinic.example/map?a=1&b=2.')).toContain(
    '<a href="https://clinic.example/map?a=1&amp;b=2">https://clinic.example/map?a=1&amp;b=2</a>.',
  );
  expect(textAsHtml('javascript:alert(1)')).not.toContain('<a');
  expect(textAsHtml('https://x.example/"onclick="y')).not.toMatch(/<a [^>]*onclick=/);
});

test('blank lines part paragraphs', () => {
  expect(textAsHtml('a\n\n\nb\nc')).toBe('<p>a</p>\n<p>b<br>\nc</p>');
});
