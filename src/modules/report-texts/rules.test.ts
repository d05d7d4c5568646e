import { expect, it } from 'vitest';
import { reportingYear } from './rules.ts';

it.each([
  ['03-31', '2022-03-31', '2021-2022'],
  ['03-31', '2022-04-01', '2022-2023'],
  ['03-31', '2021-12-31', '2021-2022'],
  ['12-31', '2022-12-31', '2022'],
  ['12-31', '2022-01-01', '2022'],
  ['02-29', '2023-02-28', '2022-2023'],
  ['02-29', '2024-02-29', '2023-2024'],
  ['02-29', '2024-03-01', '2024-2025'],
  [null, '2022-03-31', null],
])('a year that ends on %s names a report at %s: %s', (yearEndsOn, asOf, year) => {
  expect(reportingYear(yearEndsOn, asOf)).toBe(year);
});
