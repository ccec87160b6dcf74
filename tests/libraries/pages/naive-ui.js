import { NInputOtp } from 'naive-ui';
import { show } from './kit/vue.js';

show('<n-input-otp v-model:value="code" :length="places" />', { NInputOtp }, { empty: [] });
