import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

type Scheme = "light" | "dark";

const SHEET = readFileSync(new URL("globals.css", import.meta.url), "utf8");
const NUMBERS = /oklch\(([\d.]+) ([\d.]+) ([\d.]+)\)/.source;

/** A colour of the tokens as the three numbers of oklch. */
function token(name: string, scheme: Scheme): readonly number[] {
  const found = new RegExp(`--${name}: light-dark\\(${NUMBERS}, ${NUMBERS}\\);`).exec(SHEET);
  if (found === null) throw new Error(`There is no colour --${name}.`);
  return found
    .slice(1)
    .map(Number)
    .slice(...(scheme === "light" ? [0, 3] : [3, 6]));
}

/** https://www.w3.org/TR/css-color-4/#color-conversion-code, then the luminance of WCAG 2. */
function luminance([lightness = 0, chroma = 0, hue = 0]: readonly number[]): number {
  const angle = (hue * Math.PI) / 180;
  const a = chroma * Math.cos(angle);
  const b = chroma * Math.sin(angle);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const red = 4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s;
  const green = -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s;
  const blue = -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s;
  return 0.2126 * inGamut(red) + 0.7152 * inGamut(green) + 0.0722 * inGamut(blue);
}

function inGamut(part: number): number {
  return Math.min(1, Math.max(0, part));
}

function contrast(one: string, other: string, scheme: Scheme): number {
  const [dark = 0, bright = 0] = [one, other]
    .map((name) => luminance(token(name, scheme)))
    .toSorted((a, b) => a - b);
  return (bright + 0.05) / (dark + 0.05);
}

for (const scheme of ["light", "dark"] as const) {
  test(`words can be read on the page: ${scheme}`, () => {
    for (const ink of ["ink", "ink-2", "ink-3", "accent", "denied", "failed", "good"]) {
      expect(contrast(ink, "paper", scheme), ink).toBeGreaterThanOrEqual(4.5);
    }
  });

  test(`controls and charts stand out from the page: ${scheme}`, () => {
    for (const mark of ["line-control", "chart-read", "chart-write", "chart-error", "chart-hole"]) {
      expect(contrast(mark, "paper", scheme), mark).toBeGreaterThanOrEqual(3);
    }
  });

  test(`every level stands out from its ground and from the level before: ${scheme}`, () => {
    const levels = ["level-1", "level-2", "level-3", "level-4"];
    for (const level of levels) {
      for (const ground of ["paper", "sunk"]) {
        expect(contrast(level, ground, scheme), `${level} on ${ground}`).toBeGreaterThanOrEqual(3);
      }
    }
    for (const [index, level] of levels.slice(1).entries()) {
      const before = levels[index] ?? "";
      expect(contrast(level, before, scheme), `${before} and ${level}`).toBeGreaterThanOrEqual(1.4);
      expect(contrast(level, "paper", scheme)).toBeGreaterThan(contrast(before, "paper", scheme));
    }
  });
}
