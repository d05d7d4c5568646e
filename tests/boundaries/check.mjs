// Judges src/ by .dependency-cruiser.mjs, and fails, too, when it saw nothing to judge: a checker
// that cannot read the sources finds no fault in them.

import { cruise } from 'dependency-cruiser';
import configuration from '../../.dependency-cruiser.mjs';

const FEWEST_MODULES = 50;

const { output } = await cruise(['src'], {
  ...configuration.options,
  ruleSet: { forbidden: configuration.forbidden },
  validate: true,
});
const { violations, totalCruised } = output.summary;
for (const { rule, from, to, cycle } of violations) {
  console.error(
    `${rule.name}: ${from} → ${cycle ? cycle.map(({ name }) => name).join(' → ') : to}`,
  );
}
if (totalCruised < FEWEST_MODULES) {
  console.error(`only ${totalCruised} modules were read: the check is not looking at the sources`);
}
if (violations.length > 0 || totalCruised < FEWEST_MODULES) process.exit(1);
console.log(
  `${totalCruised} modules, ${output.summary.totalDependenciesCruised} imports: no violation`,
);
