//! Brazil: Cadastro de Pessoas Físicas (CPF).

use super::sums::value;
use super::{Alone, Identifier, PrivateKind, Recognizer, any, find};
use crate::RuleId;

/// A taxpayer number of a person: nine digits and two check digits by modulus 11 (Receita Federal, Instrução
/// Normativa RFB 2172).
pub(super) const RECOGNIZER: Recognizer = Recognizer {
    id: RuleId("private.national.br_cpf"),
    kind: PrivateKind::NationalId,
    says: "a Brazilian CPF",
    check: "two check digits by modulus 11; written 999.999.999-99, or the word CPF near",
    maybe: |hints| hints.stretch >= 11,
    find: |look| find(look, &NUMBER),
};

const NUMBER: Identifier = Identifier {
    shapes: &["999.999.999-99"],
    fits: any,
    sum,
    words: &["cpf", "cadastro de pessoas", "c.p.f"],
    alone: Alone::Written,
};

fn sum(bare: &[u8]) -> bool {
    let check = |count: usize| {
        let places = bare[..count].iter().zip(1..);
        let sum: u32 = places.map(|(byte, at)| value(*byte) * (count as u32 + 2 - at)).sum();
        sum * 10 % 11 % 10 == value(bare[count])
    };
    check(9) && check(10)
}

#[cfg(test)]
mod tests {
    use crate::analyze::privacy::testing::check;

    #[test]
    fn found_and_near_misses() {
        check(
            &super::RECOGNIZER,
            &[
                ("529.982.247-25", "529.982.247-25"),
                ("meu CPF é 52998224725", "52998224725"),
                ("cpf 529 982 247 25", "529 982 247 25"),
                ("CPF: 529.982.247-26", "529.982.247-26"),
            ],
            &["529.982.247-26", "52998224725", "pedido 529.982.247-25", "111.111.111-11", "cpf 2026"],
        );
    }
}
