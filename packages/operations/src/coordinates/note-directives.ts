import type { ASTVisitor } from 'graphql';
import type { Noting } from './noting.js';

/** Directives used, with the arguments given. */
export function noteDirectives({ types, note }: Noting): ASTVisitor {
  return {
    Directive: () => {
      const directive = types.getDirective();
      if (directive) note(`@${directive.name}`);
    },
    Argument: () => {
      const [directive, argument] = [types.getDirective(), types.getArgument()];
      if (directive && argument) note(`@${directive.name}(${argument.name}:)`);
    },
  };
}
