import { defineConfig } from 'wxt';
import shipped from '../../wxt.config.ts';
import { variantPlugins } from './lib/variants.ts';

/**
 * The shipped build in a folder of its own, or one that differs from it by a change of the sources.
 * `LANYARD_VARIANT` says which.
 */
const variant = process.env.LANYARD_VARIANT ?? 'plain';

export default defineConfig({
  ...shipped,
  outDir: `.output/torture/${variant.replaceAll(' ', '-')}`,
  zip: { artifactTemplate: 'lanyard.xpi', zipSources: false },
  vite: async (env) => {
    const config = await shipped.vite!(env);
    return { ...config, plugins: [...variantPlugins(variant), ...(config.plugins ?? [])] };
  },
});
