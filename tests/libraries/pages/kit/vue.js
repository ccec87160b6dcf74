import { createApp, ref, watch } from 'vue';
import { eachPlace, keep, mount, name, places } from './prompt.js';

/** Mounts a template whose code is `code`. */
export function show(template, components, { empty = '', plugins = [] } = {}) {
  const app = createApp({
    components,
    template,
    setup() {
      const code = ref(empty);
      watch(code, keep, { deep: true });
      return { code, places, name, eachPlace };
    },
  });
  for (const [plugin, options] of plugins) app.use(plugin, options);
  app.mount(mount);
}
