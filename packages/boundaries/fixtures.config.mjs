import rules from '../../.dependency-cruiser.mjs';

/** The house's rules, let loose on the fixtures that break them. */
const { exclude: _, tsConfig: __, ...options } = rules.options;

export default { ...rules, options };
