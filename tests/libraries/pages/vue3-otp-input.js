import VOtpInput from 'vue3-otp-input';
import { show } from './kit/vue.js';

show(
  '<v-otp-input v-model:value="code" :num-inputs="places" input-type="numeric" input-classes="digit" should-auto-focus />',
  { VOtpInput },
);
