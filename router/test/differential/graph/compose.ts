import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';
import { catalog } from './catalog.js';
import { reviews } from './reviews.js';
import { stock } from './stock.js';
import { users } from './users.js';

const federation = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: [
  "@key", "@external", "@requires", "@provides", "@shareable", "@override", "@interfaceObject", "@inaccessible"
])`;

export const subgraphSdls: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries({ catalog, stock, reviews, users }).map(([name, sdl]) => [name, `${federation}\n${sdl}`]),
);

export function composeSupergraph(sdls: Readonly<Record<string, string>>): string {
  const services = Object.entries(sdls).map(([name, sdl]) => ({ name, url: `http://${name}`, typeDefs: parse(sdl) }));
  const { supergraphSdl, errors } = composeServices(services);
  if (!supergraphSdl) throw new AggregateError(errors ?? [], (errors ?? []).map(String).join('\n'));
  return supergraphSdl;
}
