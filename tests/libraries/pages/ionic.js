import { initialize } from '@ionic/core/components';
import { defineCustomElement } from '@ionic/core/components/ion-input-otp.js';
import '@ionic/core/css/core.css';
import { keep, mount, places } from './kit/prompt.js';

initialize();
defineCustomElement();
const field = document.createElement('ion-input-otp');
field.length = places;
field.addEventListener('ionInput', ({ detail }) => keep(detail.value));
mount.append(field);
