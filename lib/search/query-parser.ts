import { allOf, anyOf } from "#lib/search/condition.ts";
import { readValue, type TypedValue, type ValueOwner } from "#lib/search/read-value.ts";
import { type Condition, EVERYTHING, type Problem } from "#lib/search/search.ts";
import type { Token } from "#lib/search/tokenize.ts";

/**
 * The query language, read by recursive descent:
 *
 *   any     = all { "OR" all }
 *   all     = one { [ "AND" ] one }
 *   one     = "NOT" one | "-" one | "(" any ")" | name value | name "(" any ")" | value
 *   value   = word | quoted
 */

/** One condition at the top of a query, all of which must hold, and where it stands in the text. */
export type Clause = { readonly start: number; readonly end: number; readonly condition: Condition };

export const LIMITS = { characters: 4_000, conditions: 200, depth: 50 } as const;

type NameToken = Token & { readonly kind: "name" };
type ValueToken = Token & { readonly kind: "word" | "quoted" };
type Operator = Token & { readonly kind: "or" | "and" | "not" | "minus" };

/** One pass over the tokens; a class because every step shares the place reached and the problems found. */
export class QueryParser {
  readonly problems: Problem[] = [];
  readonly #tokens: readonly Token[];
  readonly #clauses: Clause[] = [];
  #hasTopOr = false;
  #index = 0;
  #conditions = 0;
  #hasStopped = false;

  constructor(tokens: readonly Token[]) {
    this.#tokens = tokens;
  }

  report(message: string, position: number): void {
    this.problems.push({ parameter: "q", message, position });
  }

  /** True where the whole query is alternatives, `a OR b`, with no brackets around them. */
  get isAlternatives(): boolean {
    return this.#hasTopOr;
  }

  clauses(where: Condition): readonly Clause[] {
    if (!this.#hasTopOr) return this.#clauses;
    const start = this.#tokens[0]?.start ?? 0;
    return [{ start, end: this.#tokens.at(-1)?.end ?? start, condition: where }];
  }

  readWhole(): Condition {
    const parts: Condition[] = [];
    while (this.#peek() !== undefined) {
      const part = this.#readAny(null, 0);
      if (part !== null) parts.push(part);
      const rest = this.#peek();
      if (rest !== undefined) {
        this.report("This bracket closes nothing.", rest.start);
        this.#index += 1;
      }
    }
    return parts.length === 0 ? EVERYTHING : allOf(parts);
  }

  #peek(): Token | undefined {
    return this.#tokens[this.#index];
  }

  #readAny(owner: ValueOwner, depth: number): Condition | null {
    const parts: Condition[] = [];
    let operator: Operator | null = null;
    for (;;) {
      const before = this.problems.length;
      const part = this.#readAll(owner, depth);
      if (part !== null) parts.push(part);
      const next = this.#peek();
      const or: Operator | null = next?.kind === "or" ? { ...next, kind: "or" } : null;
      const lonely = operator ?? or;
      if (part === null && lonely !== null && this.problems.length === before) {
        this.report("OR needs a condition on both sides.", lonely.start);
      }
      if (or === null) return parts.length === 0 ? null : anyOf(parts);
      if (depth === 0 && owner === null) this.#hasTopOr = true;
      operator = or;
      this.#index += 1;
    }
  }

  #readAll(owner: ValueOwner, depth: number): Condition | null {
    const parts: Condition[] = [];
    for (;;) {
      const token = this.#peek();
      if (token === undefined || token.kind === "close" || token.kind === "or") break;
      if (token.kind === "and") {
        this.#index += 1;
        if (parts.length === 0 || !this.#atOperand()) {
          this.report("AND needs a condition on both sides.", token.start);
        }
        continue;
      }
      const part = this.#readOne(owner, depth);
      if (part === null) continue;
      parts.push(part);
      const end = this.#tokens[this.#index - 1]?.end ?? token.end;
      if (depth === 0 && owner === null) this.#clauses.push({ start: token.start, end, condition: part });
    }
    return parts.length === 0 ? null : allOf(parts);
  }

  /** True where the next token can begin a condition. */
  #atOperand(): boolean {
    const kind = this.#peek()?.kind;
    return kind !== undefined && kind !== "close" && kind !== "or" && kind !== "and";
  }

  #readOne(owner: ValueOwner, depth: number): Condition | null {
    const token = this.#peek();
    if (token === undefined) return null;
    if (depth > LIMITS.depth)
      return this.#giveUp(`The query is nested more than ${LIMITS.depth} deep.`, token.start);
    this.#index += 1;
    switch (token.kind) {
      case "not":
      case "minus":
        return this.#readNegated(token, owner, depth);
      case "open":
        return this.#readGroup(token, owner, depth + 1);
      case "name":
        return this.#readNamed(token, owner, depth);
      case "word":
      case "quoted":
        return this.#readTerm(token, owner);
      default:
        return null;
    }
  }

  #readNegated(token: Token, owner: ValueOwner, depth: number): Condition | null {
    if (token.kind === "minus" && this.#peek()?.start !== token.end) {
      this.report(
        'A minus stands right before what it excludes. To search for a minus itself, write "-".',
        token.start,
      );
      return null;
    }
    if (!this.#atOperand()) {
      this.report(`${token.kind === "not" ? "NOT" : "The minus"} needs a condition after it.`, token.start);
      return null;
    }
    const condition = this.#readOne(owner, depth + 1);
    return condition === null ? null : { kind: "not", of: condition };
  }

  #readGroup(open: Token, owner: ValueOwner, depth: number): Condition | null {
    const before = this.problems.length;
    const condition = this.#readAny(owner, depth);
    if (this.#peek()?.kind === "close") {
      this.#index += 1;
      if (condition === null && this.problems.length === before) {
        this.report("There is nothing between these brackets.", open.start);
      }
    } else if (!this.#hasStopped) {
      this.report("This bracket is never closed.", open.start);
    }
    return condition;
  }

  #readNamed(token: NameToken, owner: ValueOwner, depth: number): Condition | null {
    const own = this.#ownerOf(token, owner);
    const value = this.#peek();
    if (value === undefined || value.start !== token.end || value.kind === "close") {
      if (own !== undefined) this.report(emptyValueMessage(own), token.start);
      return null;
    }
    this.#index += 1;
    if (value.kind === "open") return this.#readGroup(value, own ?? null, depth);
    if (value.kind !== "word" && value.kind !== "quoted") return null;
    if (own !== undefined) return this.#readTerm(value, own);
    // The name is refused already: what is wrong with its value would be said twice.
    const reading = readValue(null, typedValue(value));
    return token.name.kind === "unknown" && reading.kind === "condition" ? reading.condition : null;
  }

  /** Whose values follow; undefined where the name is reported and its value has no owner. */
  #ownerOf(token: NameToken, outer: ValueOwner): ValueOwner | undefined {
    const { name } = token;
    if (outer !== null) {
      const message = `Only values stand in the brackets of a field. Close them before this, or put it in quotes.`;
      this.report(message, token.start);
      return outer;
    }
    if (name.kind === "wrong") {
      this.report(name.message, token.start);
      return undefined;
    }
    if (name.kind === "unknown") {
      const hint = name.suggestion === null ? "" : ` Did you mean ${name.suggestion}?`;
      const quotes = `To search for the text itself, put it in quotes.`;
      this.report(`${name.typed} is not a field.${hint} ${quotes}`, token.start);
      return undefined;
    }
    return name;
  }

  #readTerm(token: ValueToken, owner: ValueOwner): Condition | null {
    this.#conditions += 1;
    if (this.#conditions > LIMITS.conditions) {
      return this.#giveUp(`The query has more than ${LIMITS.conditions} conditions.`, token.start);
    }
    if (token.kind === "quoted" && !token.isClosed) {
      this.report("This quotation mark is never closed.", token.start);
    }
    const reading = readValue(owner, typedValue(token));
    if (reading.kind === "condition") return reading.condition;
    // What an unclosed text would say once it is closed, nobody knows yet.
    if (token.kind === "word" || token.isClosed) this.report(reading.message, token.start);
    return null;
  }

  /** Reports a limit once and reads no further. */
  #giveUp(message: string, position: number): null {
    this.report(message, position);
    this.#index = this.#tokens.length;
    this.#hasStopped = true;
    return null;
  }
}

function emptyValueMessage(owner: ValueOwner): string {
  if (owner?.kind === "is") return "is: needs a value right after the colon, such as is:write.";
  const name = owner?.kind === "field" ? owner.field.id : (owner?.path ?? "");
  return `${name}: needs a value right after the colon. ${name}:* finds any value.`;
}

function typedValue(token: ValueToken): TypedValue {
  return token.kind === "quoted"
    ? { pieces: [token.text], isQuoted: true }
    : { pieces: token.pieces, isQuoted: false };
}
