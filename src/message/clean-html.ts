import sanitizeHtml from 'sanitize-html';

const blocks = ['p', 'h1', 'h2', 'h3', 'h4', 'blockquote', 'pre', 'hr', 'div'];
const lists = ['ul', 'ol', 'li'];
const inline = ['br', 'strong', 'b', 'em', 'i', 'u', 's', 'a', 'img', 'span', 'code', 'sub', 'sup'];
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td'];
const colour = [/^#[0-9a-f]{3,8}$/i, /^[a-z]{1,20}$/i, /^rgb\([0-9, ]{1,20}\)$/];

const rules: sanitizeHtml.IOptions = {
  allowedTags: [...blocks, ...lists, ...inline, ...tables],
  allowedAttributes: {
    a: ['href', 'title'],
    img: ['src', 'alt', 'title', 'width', 'height'],
    ol: ['start'],
    th: ['colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
    '*': ['style'],
  },
  allowedStyles: {
    '*': {
      'text-align': [/^(left|right|center|justify)$/],
      color: colour,
      'background-color': colour,
    },
  },
  allowedSchemes: ['https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['https', 'cid'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 50,
  transformTags: { a: onlyWithScheme('href'), img: onlyWithScheme('src') },
  exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src,
};

/**
 * Rich text as it may go out: elements and attributes of a list, and links and images by https, cid,
 * mailto and tel alone. All else is dropped, its words kept; what was not closed is closed.
 */
export function cleanHtml(html: string): string {
  return sanitizeHtml(html, rules);
}

/** An address without scheme means something only on a page; a merged value may bring its own. */
function onlyWithScheme(attribute: string): sanitizeHtml.Transformer {
  return (tagName, attribs) => {
    const { [attribute]: address, ...others } = attribs;
    const isWhole = address !== undefined && /^(https:|mailto:|tel:|cid:|\ufdd0)/i.test(address);
    return { tagName, attribs: isWhole ? { ...others, [attribute]: address } : others };
  };
}
