import { meaning } from './words';

export type { Meaning } from './words';

/**
 * What the trade calls things, in some thirty languages. A line holds one idea across languages of one kind, so that a
 * speaker can check the line of their own. Lines of one meaning are tried as one.
 */

/** A code of some kind. */
export const CODE = meaning(
  'codes?|token|digits|pin|code[ns]|cod|codul*|código*|codic[ei]|kode?|kode[nrt]|kodu*|kód*|koody|kodas|kods|kood*',
  'κωδικ*|код*|[בהלמו]?קוד|(?:ال)?رمز*|(?:ال)?كود|کد|कोड|รหัส|コード|パスコード|番号|코드*|번호*|验证码|驗證碼|代码|代碼|口令',
  'mã (?:xác|bảo|otp|pin|số|gồm|của|đăng)',
);

/** Good for one use. */
export const ONE_TIME = meaning(
  '[ht]?otp|otc|one time|single use|auth(?:entication)? (?:code|token)|temporary code|(?:6|8|six|eight) digit (?:code|number|pin|token)',
  'einmal*|\\d stellige[rn]? code|usage unique|code d authentification|code (?:à|de) \\d chiffres|un solo uso|uso único|usa e getta|monouso',
  'códig* d[ei] autent*|codice d[ei] autent*|códig* de \\d díg*|codice (?:a|di) \\d cifre|eenmalig*|authenticatiecode|\\d cijferige code',
  'engångs*|engangs*|\\d siffr*|\\d cifr*|kertakäyt*|kertakoodi*|jednoraz*|egyszeri*|egyszer használ*|unică folosin*|tek kullan*|uhekordse*|ühekord*|vienreiz*|vienkart*|enkrat*|jednokrat*',
  'μίας χρήσης|одноразов*|еднократ*|једнократ*|\\d значн*|חד פעמי*|(?:ل)?مرة واحدة|یکبار مصرف|یک بار مصرف|एक बार|ครั้งเดียว|một lần|sekali pakai|\\d (?:angka|digit)',
  'ワンタイム*|使い捨て|\\d 桁|일회용*|\\d자리*|一次性|动态密码|動態密碼|动态码|动态口令|\\d 位',
);

/** A second factor is the subject; which one is left open. */
export const SECOND_FACTOR = meaning(
  '[2tm]fa|(?:two|2|multi|second|2nd) ?(?:factor|step|fa)|zwei ?(?:faktor|stuf|schritt)*|(?:2|mehr|multi) ?faktor*|zwei* (?:faktor|stuf)*|zweiter faktor|(?:bestätigung|verifizierung|anmeldung) in zwei*',
  '(?:double|deux|second) (?:facteurs?|authentification|étapes|vérification)|(?:dos|doble|segundo) (?:factor*|pasos)|(?:dois|duas|duplo|dupla|segundo) (?:fator*|etapas|autentica*)|(?:due|secondo|doppi*) (?:fattor[ie]|passaggi|autenticazione)',
  'twee ?(?:staps|factor|traps)*|två ?(?:faktor|steg)*|to ?(?:faktor|trin)*|kaksivaihe*|kaksiosai*|kahden vaiheen|kahe ?(?:astme|faktor)*|div(?:u|pakāp|faktor)*|dviej* (?:veiksn|etap|žings)*|dvipakop*',
  'dwuetap*|dwuskładnik*|dwóch (?:etap|składnik)*|dvoufá[zk]*|dvoufaktor*|dvojfaktor*|dvojstup*|dvo(?:faktor|stupanj|struk|stopenj)*|két ?(?:faktor|lépcső|tényező|szint)*|doi (?:factori|pași)|două etape|iki (?:faktör|adım|aşama|mərhələ)*',
  'δύο (?:παραγόντ|βημάτ|σταδί)*|διπλ* (?:ελέγχ|ταυτ)*|дву(?:х?фактор|х?этап|хшаг|стъп|степ)*|дво(?:фактор|етап)*|второй фактор|другий фактор|דו שלבי*|דו גורמי*|(?:ال)?ثنائي*|خطوتين|عاملين|دو ?مرحله*|دو ?عامل*|दो चरण*|द्विचरण*|टू फैक्टर',
  '(?:2|สอง) ?(?:ขั้นตอน|ปัจจัย)|(?:2|hai) (?:bước|yếu tố|lớp)|(?:2|dua) (?:langkah|faktor|tahap)|[2二] ?(?:段階|要素|步|阶段|階段|因素)|多要素|多因素|两步|兩步|双重|雙重|双因素|雙因素|两因素|二次验证|[2이]단계*|[2이]중 ?인증*|2차 ?인증*|2요소*',
);

/** Stems of "authenticator" which no other word of a login shares. */
export const APP = meaning(
  'totp|authenticator*|google auth|duo mobile|microsoft authenticator|time (?:based|dependent)|(?:token|code|otp|password) generator|authentifizierer|authentifizierungs ?app*|authenti[fk]i[ck]at[oe]r*|authentificateur|autenticador*|autenticatore*|autenti[fk][iy]?k?[aá]tor*|aut[eh]*ntisering*app*|autentifikator*|autentikaator*',
  '(?:otp|factor|[2f]a|2fa|phone|auth|authentication|verification|security|mobile) app*|(?:by|in|on|from|with) (?:the|your|an) (?:linked )?app*|app d authent*|(?:app|aplica*|aplika*|applicazione|application) (?:d[ei] |pro |za |pre |do )?(?:auth?ent|ověř|over|uwierzyt|autoryz)*|authenticat(?:ie|or) ?app*|verificatie ?app*',
  'uwierzytelniając*|autentizační aplikac*|ověřovací* aplikac*|overovac* aplik*|hitelesítő (?:alkalmazás|app)*|kimlik doğrula* uygula*|doğrulama uygulama*|doğrulayıcı*|todennus ?(?:sovellu|app)*|godkendelsesapp*|autentimisrakendus*|autentifikavimo program*|pengautentikasi|aplikasi (?:pengautentikasi|autentikasi|otentikasi)|ứng dụng xác thực',
  'аутентификатор*|приложени* (?:для |за )?(?:аутентифик|проверки подлин|удостовер|генерац)*|автентифікатор*|(?:додат|застосун)* (?:для )?автентиф*|апликациј* за аутент*|εφαρμογή* (?:ελέγχου|επαλήθευσης|πιστοποίησης|ταυτότητας)*|[המב]?(?:אפליקציית|יישום) (?:ה)?אימות|(?:ה)?מאמת|تطبيق (?:ال)?(?:مصادقة|توثيق|تحقق)|المصادق|برنامه (?:احراز|تأیید|تایید)*|प्रमाणक*|ऑथेंटिकेटर*',
  'แอป ?(?:ยืนยัน|ตรวจสอบ|authenticator)|認証アプリ*|認証用アプリ*|オーセンティケー*|身份验证器|身份驗證器|验证器|驗證器|认证器|(?:身份)? ?(?:验证|驗證|认证) ?(?:应用|應用|程序|程式)|动态令牌|令牌|인증 ?(?:앱|기|어플)*|인증용 ?앱*',
);
/** Names that stand for the app mostly, and for its maker's texted codes sometimes. */
export const APP_BRAND = meaning('authy');

/** An application, of whatever kind: with a code in the same sentence it is one that makes codes. */
export const APPLICATION = meaning(
  'apps?|application|anwendung|applicazione|aplicación|aplicativo|aplicativa|aplicação|applicatie|appen|applikation*|sovellu*|aplikac*|alkalmazás*|aplicați*|uygulama*|rakendus*|lietotn*|programėl*|εφαρμογ*',
  'приложени*|застосун*|додат(?:ок|ку|ка)*|апликациј*|[המב]?אפליקצי*|יישומ*|(?:ال)?تطبيق*|اپلیکیشن|برنامه|ऐप|แอป|ứng dụng|aplikasi|アプリ*|앱*|어플*|应用*|應用*|ソフトウェアトークン',
);

/** Said of the box itself: a code that proves something; many kinds of page say so. */
export const PROOF = meaning(
  '(?:verification|verify|security|confirmation|confirm|login|log in|sign in|identification|v) ?code|pass ?code|verification|(?:verification|validation|security|login) (?:token|pin|number)',
  'bestätigungscode|sicherheitscode|prüfcode|verifizierungscode|anmeldecode|authentifizierungscode|code (?:de? )?(?:vérif|sécur|conf|valid|conn)*|cód* d[ei] (?:verif|segur|conf|acces|inicio)*|codice d[ei] (?:verif|sicur|conf|access)*',
  'verificatiecode|beveiligingscode|controlecode|inlogcode|bevestigingscode|verifieringskod*|säkerhetskod*|bekräftelsekod*|inloggningskod*|bekræftelseskode*|sikkerhedskode*|verifikationskode*|bekreftelseskode*|sikkerhetskode*|verifiseringskode*|vahvistuskoodi*|turvakoodi*|todennuskoodi*',
  'kod* (?:weryfik|bezpiecz|potwierdz|uwierzyt)*|(?:ověřovac|bezpečnostn|potvrzovac|overovac|bezpečnostn|potvrdzovac)* kód*|(?:ellenőrző|biztonsági|megerősítő|hitelesítő|azonosító) ?kód*|cod* de (?:verif|secur|confirm|autent)*|(?:doğrulama|güvenlik|onay|təsdiq|təsdiqləmə) kod*|kinnituskood*|turvakood*|verifikācijas kod*|drošības kod*|patvirtinimo kod*|saugos kod*|(?:verifikacijsk|sigurnosn|potvrdn|varnostn)* kod*|koda za prever*',
  'κωδικ* (?:επαλήθ|επιβεβ|ασφαλ|πιστοπ)*|(?:проверочн|защитн|контрольн)* код*|код* (?:подтвержд|проверк|безопасн|доступ|підтвердж|перевірк|безпек|за потвърж|за провер|верифик|потврд)*|קוד (?:ה)?(?:אימות|אבטחה|אישור)|رمز (?:ال)?(?:تحقق|تأكيد|أمان|مصادقة|دخول)|کد (?:تأیید|تایید|امنیتی|احراز)*|(?:सत्यापन|सुरक्षा|पुष्टि) कोड',
  'รหัส ?(?:ยืนยัน|ตรวจสอบ|ความปลอดภัย)|mã (?:xác|bảo)|kode (?:verifikasi|keamanan|konfirmasi|autentikasi)|(?:認証|確認|検証) ?(?:コード|番号)|セキュリティコード|(?:인증|확인|보안) ?(?:코드|번호)*|验证码|驗證碼|校验码|安全码|安全碼|确认码|確認碼',
);

/** The code travels: texted, mailed or called. */
export const SENT = meaning(
  'sent|send again|texted|e?mailed|email code|resen[dt]|get (?:code|otp)|send (?:* ){0,2}(?:code|otp)|new code|calling|inbox|spam|verify (?:your )?e?mail|check your (?:phone|mail|messages)|check your e?mail for (?:a|the|your) (?:* )?(?:code|token|otp)|(?:via|by|per|par|por) (?:e?mail|phone|text|sms)',
  'gesendet|geschickt|zugesandt|zugeschickt|verschickt|versendet|gesandt|übermittelt|envoyée?s?|envoyons|transmis|envia(?:do|mos|da)*|reenvia*|enviámos|mandamos|inviat[oaie]|spedit[oa]|mandato|gestuurd|verstuurd|verzonden|toegestuurd|skicka[td]*|sendt|tilsendt|lähet(?:im|et|ty)*',
  'wysłan*|wysłali*|przesłan*|przesłali*|odesl*|odoslal*|odoslan*|poslal*|poslan*|zaslal*|zaslan*|(?:el|meg)?küld(?:tü|öt|te)*|trimis*|gönder*|poslat*|saatsi*|saade(?:ti|tud)|nosūtīj*|izsūtīj*|išsiunt*|atsiunt*',
  'στείλαμε|εστάλη*|στάλθηκε|απεστάλη*|αποστείλ*|отправ(?:ил|лен)*|высла(?:л|н)*|присла(?:л|н)*|надісла*|відправ(?:ил|лен)*|изпрат*|послат*|послали|послан*|שלחנו|נשלח*|أرسلنا*|(?:تم )?إرسال*|المرسل*|أرسل*|ارسال|فرستاد*|भेज*|ส่ง|(?:đã|được) gửi|gửi (?:đến|tới|mã)|dikirim*|mengirim*|kirimkan',
  '送信し|送信さ|送信済|送付|送り|届い|보냈*|보낸|전송*|발송*|发送|發送|已发|已發|发至|发到|寄到|寄送|收到的',
  '(?:phone|mobile) n(?:umber|o)|handynummer|telefoonnummer',
);

/** Help for a code that did not come; portals say it below an app's code too. */
export const NOT_RECEIVED = meaning('(?:didn t|not) (?:get|receive)');

/** On a button: it sends a code, or sends it once more. */
export const RESEND = meaning(
  'resen[dt]*|send again|send (?:* ){0,2}(?:code|otp|token)|get (?:* )?(?:code|otp)|(?:text|call|e?mail) me|renvoyer|reenviar|reinvia*|retrimite*|再送*|재전송*|重发|重發|重新发送|重新發送',
);
/** Once more: on a button, with a code or a sending, the code travels. */
export const AGAIN = meaning(
  'again|new|request|erneut|neuen?|nochmals?|anfordern|renvoyer|nouveau|reenviar|nuevo|novo|novamente|reinvia|nuovo|opnieuw|nieuwe|igen|på nytt|uudelleen|uusi|ponownie|nowy|znovu|nový|opět|újra|új|retrimite*|nou|yeniden|yenidən|tekrar|təkrar|yeni|uuesti|uus|vēlreiz|dar kartą|ponovo|ponovno',
  'ξανά|νέο|повторно|снова|новый|ещё раз|получить|ще раз|новий|отново|нов|поново|שוב|חדש|إعادة|جديد|دوباره|مجدد|फिर|नया|ใหม่|อีกครั้ง|ขอ|lại|mới|ulang|baru|再送*|再度|新しい|もう一度|取得|재전송*|다시|새|요청*|받기|重新|重发|重發|再次|获取|獲取|取得',
);
/** What such a button sends. */
export const SENDING = meaning(
  'senden|zusenden|schicken|envoyer|enviar|inviare|invia|sturen|verzenden|verzend|skicka|send|lähetä|wyślij|odeslat|poslat|odoslať|küldés|küldése|trimite|gönder*|saada|sūtīt|siųsti|pošalji|αποστολή|отправить|отправка|надіслати|изпрати|пошаљи|שלח|إرسال|ارسال|भेजें|ส่ง|gửi|kirim|送信|전송|보내기|发送|發送|传送',
);

export const SMS = meaning(
  'sms|text message|texted|by text|textnachricht|whatsapp|voice call|phone call|calling|anruf|mensaje de texto|mensagem de texto|messaggio di testo|tekstbericht|tekstmelding|tekstviesti*|смс|σμς|רסיס|הודעת טקסט|מסרון|رسالة نصية|پیامک|एसएमएस|ข้อความ|tin nhắn|pesan teks|ショートメッセージ|문자*|短信|短訊|简讯|簡訊',
);
/** Among these, a voice that says the code; and what says that it is written. */
export const CALL = meaning(
  'voice call|phone call|calling|call(?:ed|s)? (?:you|your|the)|anruf|appel téléphonique|llamada|ligação|chiamata',
);
export const TEXT = meaning('sms|texts?|texted|whatsapp|textnachricht|mensaje|mensagem|messaggio|смс');
export const MAIL = meaning(
  'e?mail*|inbox|spam|courriel|correo|eposta*|posta elettronica|epost*|sähköposti*|poczt*|pošt*|почт*|пошт*|имейл*|поща|ηλεκτρονικ*|אימייל|מייל|דואר|(?:ال)?بريد*|ایمیل|ईमेल|อีเมล|メール*|이메일*|메일*|邮箱|邮件|郵箱|郵件|信箱|surel',
);
export const PHONE = meaning(
  'phone|tele?|mobile?|handy*|celular|cellulare|móvil|puhelin*|telef*|ponsel|điện thoại|τηλέφων*|κινητ*|телефон*|טלפון|נייד|(?:ال)?هاتف*|(?:ال)?جوال|موبایل|تلفن*|फ़ोन|मोबाइल|โทรศัพท์|มือถือ|電話*|携帯*|휴대*|전화*|手机*|手機*|电话*',
);

/** In the name of the box itself, these say where the code comes from. */
export const SENT_NAME = meaning('sms|e?mail|mobile|phone|whatsapp|voice');

export const RECOVERY = meaning(
  'recover|recovery|back ?up|scratch|emergency code|wiederherstellung*|ersatzcode*|sicherungscode*|notfallcode*|secours|récupération|recupera*|recupero|respaldo|reserva|ripristino|riserva|herstel*|reservecode*|återställ*|reservkod*|säkerhetskopi*|gendan*|gjenopprett*|sikkerhetskopi*|reservekode*|palautus*|varakoodi*',
  'odzyskiw*|zapasow*|zálož*|záloh*|obnov*|helyreáll*|tartalék*|recuperare|rezerv*|kurtarma|yedek|taaste*|varukood*|atkop*|atgūš*|rezerves|atsargin*|oporav*|rezervn*|obnovit*|ανάκτησ*|εφεδρικ*|αποκατάστ*|восстановл*|резервн*|відновл*|възстанов*|опорав*',
  'שחזור|גיבוי|(?:ال)?(?:استرداد|احتياطي*|استعادة)|بازیابی|پشتیبان|रिकवरी|बैकअप|पुनर्प्राप्ति|สำรอง|กู้คืน|khôi phục|dự phòng|pemulihan|cadangan|リカバリー*|バックアップ*|復旧|回復|복구*|백업*|恢复|恢復|备用|備用|备份|備份',
);
export const SECURITY_KEY = meaning('yubi|yubikey|yubico|security key|u2f|sicherheitsschlüssel');
export const DEVICE_CODE = meaning(
  'user code|device (?:user|code|login|authorization)|provided by your device',
);
export const PUSH = meaning(
  'push notification|approve (?:the |this )?(?:sign in|login|request)|tap (?:approve|yes)|sent a notification',
);

/** A key is handed over here, to be scanned: whatever code is asked for beside it is the first one of that key. */
export const SCAN = meaning(
  'qr*|scan*|bar ?codes?|strichcode*|code(?: a)? barres|numérise[rz]|código de barras|codice a barre|escane*|digitaliz*|scansion*|inquadra*|streepjescode|skann*|skan(?:uj|ow)*|zeskanuj*|naskenu*|skenuj*|olvassa be|beolvas*|tarayın|taratın|karekod*|skenira*|nuskait*|noskenē*',
  'σαρών*|σάρωσ*|сканир*|отсканир*|скану*|відскану*|סרוק|סרקו|סריקת|امسح|مسح|اسکن|स्कैन|สแกน|quét|pindai|スキャン*|読み取*|스캔*|扫描|扫码|二维码|掃描|掃瞄|條碼',
);

/** Another way in, or a way out: such a sentence speaks for nothing. */
export const ALTERNATIVE = meaning(
  'instead|(?:an)?other (?:way|method|option)s?|lost|can t|can ?not|unable|no access|don t have|trouble|stattdessen|andere methode|plutôt|autre (?:méthode|moyen|façon)|otr[ao] (?:método|manera|forma|opción)|outr[ao] (?:método|forma|opção)|altro metodo|in alternativa|andere manier|annat sätt|anden måde|annen måte|toinen tapa|inny sposób|jiný způsob|iný spôsob|más módon|altă metodă|başka (?:bir )?yöntem|другой способ|інший спосіб|друг начин|別の方法|다른 방법|其他方式|其它方式',
);
/** An order to write something in. */
export const ENTER = meaning(
  'enter|type|input|fill in|gib|geben|eingeben|saisi*|entrez|introdu*|ingres*|digit[aei]*|inseri*|insira|voer|vul|ange|indtast|skriv|anna|syötä|wpisz|wprowadź|podaj|zadejte|zadajte|írja|adja|introduceți|girin*|εισ[αά]γ*|введите|введіть|въведете|הזן|הזינו|أدخل|وارد|दर्ज|ป้อน|กรอก|nhập|masukkan|入力|입력*|输入|輸入',
);

export const PASSWORD = meaning(
  'pass ?words?|pwd|passwort|kennwort|mot de passe|contraseña|senha|wachtwoord|lösenord|adgangskode|passord|salasana|hasło|heslo|jelszó|parol[aă]?|şifre*|пароль|пароля|סיסמה|كلمة (?:ال)?مرور|पासवर्ड|รหัสผ่าน|mật khẩu|kata sandi|パスワード|비밀번호|密码|密碼',
);
export const NEW = meaning('new|confirm|repeat|neues|nouveau|nuev[oa]|nov[oa]|nieuw|nytt|nowe|nové|новый');
/** In the name of a box for digits: a number of another kind. */
export const MEASURE = meaning(
  'amount|quantity|qty|price|total|count|year|month|day|date|dob|age|page|rows|size|weight|height|dose|score|port|limit|minutes|hours',
);
export const CARD = meaning('cvv2?|cvc2?|csc|cc|credit|debit|card|karten?|carte|tarjeta|cartão|kaart|carta');

/**
 * Boxes which are never a prompt, though they ask for a code of some kind. By kind, so that the reason can be told.
 * A bare `code` is no prompt by itself, so only what might stand beside stronger words is here.
 */
export const NEVER = {
  card: CARD,
  promotion: meaning(
    'promo*|coupon*|voucher*|gift*|invit*|referral*|discount*|redeem|gutschein*|rabat*|cup[oó][nm]*|descuento|desconto|sconto|korting*|kupon*|sleva|slev*|indirim|промокод*|купон*|скидк*|קופון|خصم|クーポン*|招待|쿠폰*|할인*|优惠|優惠|邀请|邀請|兑换',
  ),
  place: meaning(
    'zip*|postale?|post ?code|postleitzahl|plz|country|area|dial*|delivery|shipping|vorwahl|postnummer|postinumero|psč|irányítószám|cep|индекс*|郵便*|우편*|邮编|邮政|区号',
  ),
  captcha: meaning('captcha*|image|picture|visual|website|bild|imagen|картинк*|图形|圖形|图片|画像|그림'),
  patient: meaning(
    'patient*|pid|mrn|medical|record|appointment|booking|activat*|prescription|medicare|insurance|provider|claim|item|prior|pazient*|paciente|пациент*|患者*|환자*',
  ),
  number: meaning(
    '(?:client|customer|member|account|access|meeting|room|game|employee|staff|order|tracking|tax) (?:code|number|no|id|access)|ssn|birth|utilisateur|username|bank|iban|kundennummer|benutzer*',
  ),
  settings: meaning('search|lifetime|refresh|secret|name|identifier'),
} as const;
