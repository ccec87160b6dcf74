import VOtpInput from 'vue3-otp-input';
import { show } from './kit/vue.js';

show(
  `<v-otp-input :num-inputs="places" input-type="tel" input-classes="digit" should-auto-focus
    @on-change="code = $event" />`,
  { VOtpInput },
);
