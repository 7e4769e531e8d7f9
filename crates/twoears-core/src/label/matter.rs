//! What a trained person is called for.

use super::labels;

labels! {
    /// The matter for which a trained person must take a message: it decides which approved words may be shown, and it
    /// leads what that person is told. None of these ever gets a draft that may be sent as it is.
    Matter, "matter" {
        /// Somebody is in danger.
        Safety = "safety",
        /// Somebody speaks of ending their life or of hurting themselves.
        SelfHarm = "self_harm",
        /// Somebody's body is in trouble, or the medicine that keeps it going is missing.
        Medical = "medical",
        /// A lawyer, a court, a regulator.
        Legal = "legal",
        /// A journalist, or somebody who goes to one.
        Press = "press",
        /// Somebody was treated worse for who they are.
        Discrimination = "discrimination",
        /// A child was harmed, approached, or spent money; or a child writes of such a thing.
        Minor = "minor",
        /// An alleged crime of staff or of the organisation.
        Crime = "crime",
        /// Fraud or the takeover of an account.
        Fraud = "fraud",
        /// The writer threatens violence.
        Threat = "threat",
        /// The learned head calls a person, and no rule says for what.
        Other = "other",
    }
}
