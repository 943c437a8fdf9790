import { markdownText } from '@percall/report';
import { describe, expect, it } from 'vitest';
import { markdownBlocks } from '../src/report/markdownBlocks.ts';

const plain = (text: string) => [{ text, struck: false }];

describe('the Markdown of a report', () => {
  it('is headings, paragraphs, lists and tables, in order', () => {
    const markdown =
      '# Title\n\nA sentence.\n\n## Part\n\n- Seed: a\n- Futures: 64\n\n| Measure | baseline |\n| --- | ---: |\n| Cost | 6.85 |\n\nNone.\n';
    expect(markdownBlocks(markdown)).toEqual([
      { kind: 'heading', level: 1, text: plain('Title') },
      { kind: 'paragraph', text: plain('A sentence.') },
      { kind: 'heading', level: 2, text: plain('Part') },
      { kind: 'list', items: [plain('Seed: a'), plain('Futures: 64')] },
      { kind: 'table', columns: [plain('Measure'), plain('baseline')], isNumeric: [false, true], rows: [[plain('Cost'), plain('6.85')]] },
      { kind: 'paragraph', text: plain('None.') },
    ]);
  });

  it('shows whatever a person typed as it was typed, in a table too', () => {
    const typed = 'a | b \\ *c* ~~d~~ <e> [f] #g `h`';
    expect(markdownBlocks(`${markdownText(typed)}\n`)).toEqual([{ kind: 'paragraph', text: plain(typed) }]);
    const row = `| ${markdownText(typed)} | 1 |`;
    expect(markdownBlocks(`| x | y |\n| --- | --- |\n${row}\n`)).toMatchObject([{ rows: [[plain(typed), plain('1')]] }]);
  });

  it('keeps empty cells in their columns, and strikes what is no saving', () => {
    expect(markdownBlocks('| a | b | c |\n| --- | --- | --- |\n| 1 |  | 3 |\n')).toMatchObject([
      { rows: [[plain('1'), plain(''), plain('3')]] },
    ]);
    expect(markdownBlocks('Cost, ~~0.2 below~~; cheaper\n')).toEqual([
      {
        kind: 'paragraph',
        text: [
          { text: 'Cost, ', struck: false },
          { text: '0.2 below', struck: true },
          { text: '; cheaper', struck: false },
        ],
      },
    ]);
  });
});
