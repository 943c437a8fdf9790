/**
 * What the documents that ship come to, by the field's judgement, and apart from it the bytes in which they do: two suites over one run of each,
 * which takes longer than everything that either asks of it.
 */
import './study/presets.ts';
import './pinned/studies.ts';
