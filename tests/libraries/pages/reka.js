import { PinInputInput, PinInputRoot } from 'reka-ui';
import { show } from './kit/vue.js';

show(
  `<PinInputRoot v-model="code" otp placeholder="○" :name="name">
    <PinInputInput v-for="place in eachPlace" :key="place" :index="place" class="digit" />
  </PinInputRoot>`,
  { PinInputRoot, PinInputInput },
  { empty: [] },
);
