/** A rule for oxlint: code that a selector of esquery finds is an error. Its options are { selector, message }, … */
const noRestrictedSyntax = {
  meta: {
    schema: {
      type: 'array',
      items: {
        type: 'object',
        properties: { selector: { type: 'string' }, message: { type: 'string' } },
        required: ['selector', 'message'],
        additionalProperties: false,
      },
    },
  },
  create(context) {
    return Object.fromEntries(
      context.options.map(({ selector, message }) => [selector, (node) => context.report({ node, message })]),
    );
  },
};

export default { meta: { name: 'souk' }, rules: { 'no-restricted-syntax': noRestrictedSyntax } };
