import { createVuetify } from 'vuetify';
import { VOtpInput } from 'vuetify/components/VOtpInput';
import 'vuetify/styles';
import { show } from './kit/vue.js';

show('<v-otp-input v-model="code" :length="places" />', { VOtpInput }, { plugins: [[createVuetify()]] });
