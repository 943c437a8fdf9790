// The page mirrors for languages that are read from the right: styles name start and end, never left and right.

const physical =
  /(^|[\s;{])((?:margin|padding|border|inset|scroll-margin|scroll-padding)-(?:left|right|top|bottom)|left|right|top|bottom|width|height|(?:min|max)-(?:width|height)|border-(?:top|bottom)-(?:left|right)-radius|float|overflow-[xy]-never)\s*:|(?:text-align|float|clear|justify-content|caption-side)\s*:\s*(?:left|right)/g;

/** Places in a style sheet that name a physical side or size, as [offset, text]. Media queries and comments may. */
export function physicalPlaces(css) {
  const blank = (text) => text.replace(/[^\n]/g, ' ');
  const bare = css.replace(/\/\*[\s\S]*?\*\//g, blank).replace(/@media[^{]*\{/g, blank);
  return [...bare.matchAll(physical)].map((match) => [match.index + (match[1]?.length ?? 0), match[0].trim()]);
}

/** ESLint rule for the style blocks of Svelte components. */
export const logicalCss = {
  meta: { type: 'problem', messages: { physical: 'Name a logical side or size instead of "{{text}}": the page mirrors.' }, schema: [] },
  create(context) {
    return {
      SvelteStyleElement(node) {
        for (const child of node.children)
          for (const [offset, text] of physicalPlaces(child.value)) {
            const start = context.sourceCode.getLocFromIndex(child.range[0] + offset);
            context.report({ loc: { start, end: start }, messageId: 'physical', data: { text } });
          }
      },
    };
  },
};
