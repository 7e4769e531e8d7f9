//! Numbers by which states know people, one file each: how they are written, their published checks, their words.
//!
//! A check digit is right by chance in one number of ten, so a bare run of digits counts only near a word for it.
//! What is written as nothing else is, or holds letters, stands alone.

mod at_svnr;
mod au_medicare;
mod au_tfn;
mod be_national;
mod br_cpf;
mod ca_sin;
mod ch_ahv;
mod cn_resident;
mod cz_rodne_cislo;
mod de_steuer_id;
mod dk_cpr;
mod es_dni;
mod es_nie;
mod fi_hetu;
mod fr_nir;
mod gb_nhs;
mod gb_nino;
mod ie_pps;
mod in_aadhaar;
mod in_pan;
mod it_codice_fiscale;
mod kr_rrn;
mod mx_curp;
mod nl_bsn;
mod no_fodselsnummer;
mod nz_ird;
mod other;
mod pl_pesel;
mod pt_nif;
mod se_personnummer;
mod sg_nric;
mod tr_tckn;
mod us_itin;
mod us_mbi;
mod us_ssn;
mod us_ssn_last_four;
mod za_id;

use super::identifier::{Alone, Identifier, any, find};
use super::recognizer::{PrivateKind, Recognizer};
use super::sums;

/// Every national number, by country; [`other`] last, which takes what the others leave.
/// To add one: a file with a `RECOGNIZER`, a line here, and cases in `tests/cases/private_national.jsonl`.
pub(super) const RECOGNIZERS: [&Recognizer; 37] = [
    &at_svnr::RECOGNIZER,
    &au_medicare::RECOGNIZER,
    &au_tfn::RECOGNIZER,
    &be_national::RECOGNIZER,
    &br_cpf::RECOGNIZER,
    &ca_sin::RECOGNIZER,
    &ch_ahv::RECOGNIZER,
    &cn_resident::RECOGNIZER,
    &cz_rodne_cislo::RECOGNIZER,
    &de_steuer_id::RECOGNIZER,
    &dk_cpr::RECOGNIZER,
    &es_dni::RECOGNIZER,
    &es_nie::RECOGNIZER,
    &fi_hetu::RECOGNIZER,
    &fr_nir::RECOGNIZER,
    &gb_nhs::RECOGNIZER,
    &gb_nino::RECOGNIZER,
    &ie_pps::RECOGNIZER,
    &in_aadhaar::RECOGNIZER,
    &in_pan::RECOGNIZER,
    &it_codice_fiscale::RECOGNIZER,
    &kr_rrn::RECOGNIZER,
    &mx_curp::RECOGNIZER,
    &nl_bsn::RECOGNIZER,
    &no_fodselsnummer::RECOGNIZER,
    &nz_ird::RECOGNIZER,
    &pl_pesel::RECOGNIZER,
    &pt_nif::RECOGNIZER,
    &se_personnummer::RECOGNIZER,
    &sg_nric::RECOGNIZER,
    &tr_tckn::RECOGNIZER,
    &us_itin::RECOGNIZER,
    &us_mbi::RECOGNIZER,
    &us_ssn::RECOGNIZER,
    &us_ssn_last_four::RECOGNIZER,
    &za_id::RECOGNIZER,
    &other::RECOGNIZER,
];
