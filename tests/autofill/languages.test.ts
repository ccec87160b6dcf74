import { describe, expect, it } from 'vitest';
import { findPrompt } from '../../utils/autofill/prompt';
import { field, row } from './field-facts';

/** As portals say it: the heading and the label of an app's code, a sentence about a sent one, a recovery code's label. */
type Language = readonly [
  name: string,
  heading: string,
  label: string,
  app: string,
  sent: string,
  recovery: string,
];

const LANGUAGES: readonly Language[] = [
  [
    'English',
    'Two-step verification',
    'Code',
    'Open your authenticator app and enter the code it shows.',
    'We sent a code to the mobile number ending 42.',
    'Recovery code',
  ],
  [
    'German',
    'Zwei-Faktor-Authentifizierung',
    'Code',
    'Öffnen Sie Ihre Authentifizierungs-App und geben Sie den Code ein.',
    'Wir haben Ihnen einen Code per SMS geschickt.',
    'Wiederherstellungscode',
  ],
  [
    'French',
    'Authentification à deux facteurs',
    'Code',
    "Saisissez le code affiché dans votre application d'authentification.",
    'Un code vous a été envoyé par SMS.',
    'Code de récupération',
  ],
  [
    'Spanish',
    'Verificación en dos pasos',
    'Código',
    'Introduce el código de tu aplicación de autenticación.',
    'Te hemos enviado un código por SMS.',
    'Código de recuperación',
  ],
  [
    'Portuguese',
    'Verificação em duas etapas',
    'Código',
    'Digite o código do seu aplicativo autenticador.',
    'Enviamos um código por SMS para o seu celular.',
    'Código de recuperação',
  ],
  [
    'Italian',
    'Verifica in due passaggi',
    'Codice',
    "Inserisci il codice dell'app di autenticazione.",
    'Abbiamo inviato un codice via SMS.',
    'Codice di recupero',
  ],
  [
    'Dutch',
    'Tweestapsverificatie',
    'Code',
    'Voer de code uit je authenticatie-app in.',
    'We hebben een code naar je telefoon gestuurd.',
    'Herstelcode',
  ],
  [
    'Swedish',
    'Tvåstegsverifiering',
    'Kod',
    'Ange koden från din autentiseringsapp.',
    'Vi har skickat en kod till din mobil.',
    'Återställningskod',
  ],
  [
    'Danish',
    'Totrinsbekræftelse',
    'Kode',
    'Indtast koden fra din godkendelsesapp.',
    'Vi har sendt en kode til din mobil.',
    'Gendannelseskode',
  ],
  [
    'Norwegian',
    'Totrinnsbekreftelse',
    'Kode',
    'Skriv inn koden fra autentiseringsappen.',
    'Vi har sendt en kode på SMS.',
    'Gjenopprettingskode',
  ],
  [
    'Finnish',
    'Kaksivaiheinen vahvistus',
    'Koodi',
    'Syötä todennussovelluksen näyttämä koodi.',
    'Lähetimme koodin tekstiviestillä.',
    'Palautuskoodi',
  ],
  [
    'Polish',
    'Weryfikacja dwuetapowa',
    'Kod',
    'Wpisz kod z aplikacji uwierzytelniającej.',
    'Wysłaliśmy kod w wiadomości SMS.',
    'Kod zapasowy',
  ],
  [
    'Czech',
    'Dvoufázové ověření',
    'Kód',
    'Zadejte kód z ověřovací aplikace.',
    'Odeslali jsme vám kód v SMS.',
    'Záložní kód',
  ],
  [
    'Slovak',
    'Dvojfaktorové overenie',
    'Kód',
    'Zadajte kód z overovacej aplikácie.',
    'Poslali sme vám kód v SMS.',
    'Záložný kód',
  ],
  [
    'Hungarian',
    'Kétlépcsős azonosítás',
    'Kód',
    'Írja be a hitelesítő alkalmazás kódját.',
    'Kódot küldtünk SMS-ben.',
    'Helyreállítási kód',
  ],
  [
    'Romanian',
    'Verificare în doi pași',
    'Cod',
    'Introduceți codul din aplicația de autentificare.',
    'Am trimis un cod prin SMS.',
    'Cod de recuperare',
  ],
  [
    'Turkish',
    'İki adımlı doğrulama',
    'Kod',
    'Kimlik doğrulama uygulamasındaki kodu girin.',
    'Telefonunuza bir kod gönderdik.',
    'Kurtarma kodu',
  ],
  [
    'Greek',
    'Επαλήθευση δύο βημάτων',
    'Κωδικός',
    'Εισαγάγετε τον κωδικό από την εφαρμογή ελέγχου ταυτότητας.',
    'Στείλαμε έναν κωδικό με SMS.',
    'Κωδικός ανάκτησης',
  ],
  [
    'Russian',
    'Двухфакторная аутентификация',
    'Код',
    'Введите код из приложения для аутентификации.',
    'Мы отправили код на ваш телефон.',
    'Код восстановления',
  ],
  [
    'Ukrainian',
    'Двофакторна автентифікація',
    'Код',
    'Введіть код із застосунку для автентифікації.',
    'Ми надіслали код у SMS.',
    'Код відновлення',
  ],
  [
    'Bulgarian',
    'Двуфакторно удостоверяване',
    'Код',
    'Въведете кода от приложението за удостоверяване.',
    'Изпратихме код на вашия телефон.',
    'Код за възстановяване',
  ],
  [
    'Serbian',
    'Двофакторска аутентификација',
    'Код',
    'Унесите код из апликације за аутентификацију.',
    'Послали смо код на ваш телефон.',
    'Резервни код',
  ],
  [
    'Croatian',
    'Dvofaktorska autentifikacija',
    'Kod',
    'Unesite kod iz aplikacije za autentifikaciju.',
    'Poslali smo kod SMS-om.',
    'Kod za oporavak',
  ],
  [
    'Slovenian',
    'Dvostopenjsko preverjanje',
    'Koda',
    'Vnesite kodo iz aplikacije za preverjanje.',
    'Poslali smo kodo po SMS.',
    'Rezervna koda',
  ],
  [
    'Estonian',
    'Kaheastmeline kinnitamine',
    'Kood',
    'Sisestage autentimisrakenduse kood.',
    'Saatsime koodi SMS-iga.',
    'Varukood',
  ],
  [
    'Latvian',
    'Divpakāpju verifikācija',
    'Kods',
    'Ievadiet kodu no autentifikatora lietotnes.',
    'Nosūtījām kodu SMS.',
    'Rezerves kods',
  ],
  [
    'Lithuanian',
    'Dviejų veiksnių autentifikavimas',
    'Kodas',
    'Įveskite kodą iš autentifikavimo programėlės.',
    'Išsiuntėme kodą SMS žinute.',
    'Atsarginis kodas',
  ],
  [
    'Hebrew',
    'אימות דו-שלבי',
    'קוד',
    'הזינו את הקוד מאפליקציית האימות.',
    'שלחנו קוד לטלפון שלך.',
    'קוד שחזור',
  ],
  [
    'Arabic',
    'المصادقة الثنائية',
    'الرمز',
    'أدخل الرمز من تطبيق المصادقة.',
    'أرسلنا رمزًا إلى هاتفك.',
    'رمز الاسترداد',
  ],
  [
    'Persian',
    'تأیید دو مرحله‌ای',
    'کد',
    'کد برنامه احراز هویت را وارد کنید.',
    'کد به تلفن شما ارسال شد.',
    'کد بازیابی',
  ],
  [
    'Hindi',
    'दो चरणों में पुष्टि',
    'कोड',
    'अपने ऑथेंटिकेटर ऐप का कोड दर्ज करें।',
    'हमने आपके फ़ोन पर एक कोड भेजा है।',
    'रिकवरी कोड',
  ],
  ['Thai', 'การยืนยันแบบสองขั้นตอน', 'รหัส', 'ป้อนรหัสจากแอปยืนยันตัวตน', 'เราส่งรหัสไปที่โทรศัพท์ของคุณแล้ว', 'รหัสสำรอง'],
  [
    'Vietnamese',
    'Xác minh hai bước',
    'Mã xác minh',
    'Nhập mã từ ứng dụng xác thực của bạn.',
    'Chúng tôi đã gửi mã đến điện thoại của bạn.',
    'Mã khôi phục',
  ],
  [
    'Indonesian',
    'Verifikasi dua langkah',
    'Kode',
    'Masukkan kode dari aplikasi autentikasi Anda.',
    'Kami telah mengirimkan kode ke ponsel Anda.',
    'Kode pemulihan',
  ],
  [
    'Japanese',
    '2段階認証',
    'コード',
    '認証アプリに表示されたコードを入力してください。',
    '携帯電話にコードを送信しました。',
    'リカバリーコード',
  ],
  [
    'Korean',
    '2단계 인증',
    '코드',
    '인증 앱에 표시된 코드를 입력하세요.',
    '휴대전화로 코드를 보냈습니다.',
    '복구 코드',
  ],
  [
    'Chinese, simplified',
    '两步验证',
    '验证码',
    '请输入身份验证器应用中显示的代码。',
    '验证码已发送至您的手机。',
    '恢复代码',
  ],
  [
    'Chinese, traditional',
    '雙重驗證',
    '驗證碼',
    '請輸入驗證器應用程式顯示的驗證碼。',
    '驗證碼已發送至您的手機。',
    '備用碼',
  ],
];

describe.each(LANGUAGES)('a prompt in %s', (_, heading, label, app, sent, recovery) => {
  const kind = (...fields: Parameters<typeof findPrompt>[0]) => {
    const verdict = findPrompt(fields);
    return verdict.kind === 'other' ? verdict.other : verdict.kind;
  };

  it('is found by its heading and label', () => expect(kind(field({ label, near: [heading] }))).toBe('totp'));
  it('is found by a sentence about the app, in a box or a row', () => {
    expect(kind(field({ label, near: [app] }))).toBe('totp');
    expect(kind(...row(6, { near: [app] }))).toBe('totp');
  });
  it('is told apart where the code is sent', () => {
    expect(kind(field({ label, near: [heading, sent] }))).toMatch(/sms|email/);
    expect(kind(...row(6, { near: [sent] }))).toMatch(/sms|email/);
    expect(kind(field({ autocomplete: 'one-time-code', near: [sent] }))).toMatch(/sms|email/);
  });
  it('is asked about where both are spoken of', () =>
    expect(kind(field({ label, near: [app, sent] }))).toBe('ask'));
  it('is told apart where a recovery code is wanted', () =>
    expect(kind(field({ label: recovery, near: [heading] }))).toBe('recovery'));
  it('is not seen where a code is asked for beside a name, and nothing else is said', () =>
    expect(kind(field({ label }), field({ label: 'Name' }))).toBe('none'));
});
