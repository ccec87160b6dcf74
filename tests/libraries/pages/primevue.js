import Aura from '@primeuix/themes/aura';
import PrimeVue from 'primevue/config';
import InputOtp from 'primevue/inputotp';
import { show } from './kit/vue.js';

show(
  '<InputOtp v-model="code" :length="places" integer-only />',
  { InputOtp },
  { plugins: [[PrimeVue, { theme: { preset: Aura } }]] },
);
