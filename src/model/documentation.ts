/** What JSDoc comments say about a function or a property. */
import ts from 'typescript';

/** One tag of a comment, such as `@example`. */
export interface Tag {
  readonly name: string;
  /** Lines as written, without the leading stars. */
  readonly text: string;
  /** Where a diagnostic about the tag stands. */
  readonly node: ts.Node;
}

/** What the JSDoc above a declaration says. */
export interface Documentation {
  /** The description, on one line; `''` where there is none. */
  readonly summary: string;
  readonly tags: readonly Tag[];
}

/** Reads the comments above a declaration. */
export function documentationOf(declaration: ts.Node): Documentation {
  const comments = ts.getJSDocCommentsAndTags(declaration).filter(ts.isJSDoc);
  return {
    summary: oneLine(comments.map(({ comment }) => commentText(comment)).join('\n')),
    tags: comments.flatMap(({ tags }) =>
      (tags ?? []).map((tag) => ({ name: tag.tagName.text, text: tagText(tag), node: tag })),
    ),
  };
}

/** TypeScript parses the type in braces of `@returns {string} …`; everything else of a tag is its comment. */
function tagText(tag: ts.JSDocTag): string {
  return commentText(tag.comment).trim();
}

function commentText(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  if (comment === undefined) return '';
  if (typeof comment === 'string') return comment;
  return comment.map((part) => (part.kind === ts.SyntaxKind.JSDocText ? part.text : linkText(part))).join('');
}

/** `{@link gigX}` reads as `gigX`, `{@link gigX the other one}` as its text. */
function linkText(link: ts.JSDocLink | ts.JSDocLinkCode | ts.JSDocLinkPlain): string {
  const text = link.text.trim();
  return text === '' ? (link.name?.getText() ?? '') : text;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
