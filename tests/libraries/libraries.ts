/** One page of `pages/`, and the package of the registry it is made of; none for a page of plain HTML. */
export interface Library {
  readonly page: string;
  readonly file: string;
  readonly title: string;
  readonly packageName: string | null;
  /** Its boxes are one input whatever the number of places: another number of them is none to tell. */
  readonly single?: boolean;
}

const made =
  (ending: 'jsx' | 'js') =>
  (page: string, title: string, packageName: string | null = page): Library => ({
    page,
    file: `${page}.${ending}`,
    title,
    packageName,
  });
const react = made('jsx');
const other = made('js');

export const LIBRARIES: readonly Library[] = [
  react('input-otp', 'input-otp'),
  react('shadcn', 'shadcn/ui Input OTP', 'input-otp'),
  react('react-otp-input', 'react-otp-input'),
  react('antd', 'Ant Design Input.OTP'),
  react('mantine', 'Mantine PinInput', '@mantine/core'),
  react('chakra', 'Chakra UI PinInput', '@chakra-ui/react'),
  react('mui', 'MUI, mui-one-time-password-input', 'mui-one-time-password-input'),
  react('base-ui', 'Base UI OTP Field', '@base-ui/react'),
  react('radix', 'Radix One-Time Password Field', 'radix-ui'),
  react('ark', 'Ark UI Pin Input', '@ark-ui/react'),
  react('heroui', 'HeroUI InputOTP', '@heroui/react'),
  react('primereact', 'PrimeReact InputOtp'),
  react('react-verification-input', 'react-verification-input'),
  other('primevue', 'PrimeVue InputOtp', 'primevue'),
  other('vuetify', 'Vuetify VOtpInput', 'vuetify'),
  other('reka', 'Reka UI PinInput', 'reka-ui'),
  other('naive-ui', 'naive-ui NInputOtp', 'naive-ui'),
  other('vue3-otp-input', 'vue3-otp-input', 'vue3-otp-input'),
  other('ng-otp-input', 'ng-otp-input (Angular)', 'ng-otp-input'),
  other('ionic', 'Ionic ion-input-otp', '@ionic/core'),
  { ...other('plain-single', 'Plain HTML, one box', null), single: true },
  { ...other('plain-grouped', 'Plain HTML, one box, grouped while typed', null), single: true },
  other('plain-keyup', 'Plain HTML, split, keyup and change', null),
  other('plain-paste', 'Plain HTML, split, paste on the container', null),
  other('plain-number', 'Plain HTML, split, type number', null),
  other('plain-element', 'Plain HTML, split, in an open shadow root', null),
];
