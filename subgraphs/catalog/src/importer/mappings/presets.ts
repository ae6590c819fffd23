import type { Preset } from '../mapping.js';
import { marketplaceCrawl } from './marketplace-crawl.js';

export const presets: readonly Preset[] = [marketplaceCrawl];
