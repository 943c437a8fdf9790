import { checkDocument } from './check/checkDocument.ts';
import { plainJson } from './check/plainJson.ts';
import type { Json, Parsed, ScenarioDocument } from './document.ts';
import { patch } from './patch.ts';

/** The document with changes applied (path to value; null removes), validated whole. */
export function applyChanges(document: ScenarioDocument, changes: Readonly<Record<string, Json>>): Parsed {
  const plain = plainJson(changes);
  if (!plain.ok) return plain;
  const patched = patch(document, plain.value as Readonly<Record<string, Json>>);
  return patched.ok ? checkDocument(patched.document) : patched;
}
