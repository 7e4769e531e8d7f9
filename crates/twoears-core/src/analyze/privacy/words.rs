//! The words that give a value its meaning, by role. A word that stands twice has the first role.

use super::context::Role;

/// Words by role, in lower case. English first; German, French, Spanish and Dutch for what travels most.
pub(super) const WORDS: &[(Role, &str)] = &[
    (
        Role::Order,
        "order orders preorder case claim ticket tickets receipt parcel package tracking consignment waybill awb \
         shipment complaint tag upi ordine ordre \
         ordernummer zamówienie tilaus encomenda objednávka siparis sipariş invoice pcn rma docket transaction incident bestellung bestellnummer auftrag \
         sendung sendungsnummer rechnung rechnungsnummer commande colis facture pedido envío factura bestelling",
    ),
    (
        Role::Deal,
        "repair return request report file job transfer delivery application dispute enquiry inquiry query permit \
         licence license label replacement refund note petition track pack renewal paket cheque overpayment form",
    ),
    (
        Role::Booking,
        "booking bookings booked reservation res pnr confirmation conf locator itinerary appt appointment buchung \
         buchungsnummer buchungscode réservation reserva boeking",
    ),
    (
        Role::Account,
        "account accounts acct acc member membership membrship policy meter customer loyalty contract agreement \
         subscription patient workspace tenant iban card tax kundennummer kunde konto \
         vertrag vertragsnummer versicherungsnummer client compte contrat cliente cuenta klantnummer rekening arrears \
         insurance reg registration",
    ),
    (Role::User, "username gamertag user player gamer login"),
    (Role::Sort, "sort"),
    (
        Role::Bank,
        "routing aba rtn bsb ifsc bic blz bankleitzahl sortcode institution kontonummer kontonr checking chequing",
    ),
    (Role::Seed, "phrase seed mnemonic"),
    (
        Role::Passport,
        "passport passports reisepass reisepassnummer passnummer passeport pasaporte passaporto paspoort \
         paspoortnummer paszport",
    ),
    (
        Role::National,
        "ssn itin nino nric hkid cnic curp cpf pesel bsn aadhaar aadhar tfn ppsn dni tckn hetu personalausweis \
         personalausweisnummer ausweisnummer steuerid idnr burgerservicenummer personnummer fødselsnummer \
         henkilötunnus rijksregisternummer sozialversicherungsnummer cédula",
    ),
    (Role::Plate, "plate plates kennzeichen kenteken immatriculation rego vin"),
    (Role::Device, "serial imei meid iccid asset console seriennummer"),
    (Role::Ref, "ref reference refs refno referenz référence referencia aktenzeichen"),
    (Role::Number, "number numbers no nr num nummer numéro número id"),
    (
        Role::Filler,
        "is was it its the my our your a of for with on under you me are as still latest ending ends has below here \
         this that i'm i yes ist lautet est es and",
    ),
    (
        Role::Not,
        "flight flights train error model version ios android windows iphone galaxy promo discount coupon voucher \
         sku build firmware bus route gate platform zone barcode part ean isbn channel highway size item kb \
         points page grade series exit level price prices cost costs paid pay charged eur euros gbp usd euro pounds \
         dollars tariff article area",
    ),
    (
        Role::Phone,
        "phone mobile mob cell tel telephone call ring rung rang phoned reached text whatsapp reach callback landline \
         contact handy telefon telefonnummer handynummer teléfono móvil téléphone portable fax dial sms mobiel",
    ),
    (
        Role::Birth,
        "dob birth born birthdate geboren geburtsdatum geb née né naissance nacido nacida nacimiento nascita \
         nascido nascida geboortedatum",
    ),
    (Role::Birthday, "birthday bday geburtstag anniversaire cumpleaños"),
    (Role::Post, "postcode postcodes zip zipcode postal plz postleitzahl pincode"),
    (
        Role::Address,
        "address live lives deliver delivered moved house flat apartment wohne adresse anschrift",
    ),
    (
        Role::Secret,
        "password passwort passcode pin pw pwd passwd contraseña contrasena kennwort otp wachtwoord passphrase \
         passe mdp senha clave zugangscode sicherheitscode bestätigungscode verifizierungscode verificatiecode \
         beveiligingscode inlogcode",
    ),
    (Role::Safe, "verification security login access reset sms unlock authentication authenticator 2fa"),
    (Role::Code, "code codes código codigo codice"),
    (
        Role::Name,
        "name names called named holder applicant passenger receiver sender heiße heisse namens naam nombre nom \
         nome m'appelle llamo chiamo heet",
    ),
    (Role::Surname, "surname nachname apellido"),
    (
        Role::Closing,
        "regards sincerely faithfully thanks thankyou yours respectfully wishes cheers respect love grüße grüßen \
         grüssen cordialement saludos thank mfg gruß \
         gruss groeten groet saluti atentamente rgds",
    ),
    (Role::Title, "mr mrs ms miss herr frau mme señor señora"),
    (
        Role::Kin,
        "father mother husband wife husbands wifes son daughter sons daughters cousin brother sister mum dad nan gran \
         uncle aunt partner neighbour neighbor roommate flatmate friend grandmother grandfather stepson",
    ),
    (
        Role::Common,
        "a about after again all also am amazon american an and any apple are as at avoid be been best black \
         british but by can care christmas city claims could county customer customers day dear did do does \
         done easter english european even every express facebook first fly for free friday from get give god \
         going good got great had happy has have he head hello help her here hi his holiday home hotel house \
         how i i'm i've if in international is it it's its just king last let london look manager me merry \
         monday month more most national never new next no north not nothing now of office ok old on one \
         online only or our out over park people please poor post prime queen rail railway really response \
         road royal sad same santa saturday saying services she shop since sir so social some sorry south \
         station still stop store street such sunday support team tell thank thanks that the their them then \
         there these they this thursday to today tomorrow tonight too tried trying tuesday twitter uk united \
         until up us usa use very waiting was we wed wednesday week well went were west what when where which \
         who why will with wont won't would year yes you your january february march april may june july \
         august september october november december airport airlines airways bank energy madam ma'am council \
         limited ltd plc inc co company group media mobile broadband google microsoft samsung xbox windows \
         android chrome netflix spotify youtube playstation instagram whatsapp bus train trains worst total \
         absolute disgrace shame utter joke lost left big little red white green blue high low",
    ),
    (Role::Dot, "dot"),
];
