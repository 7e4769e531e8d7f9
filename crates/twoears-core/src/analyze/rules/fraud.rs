//! Fraud or the takeover of an account: under way, or found and not yet stopped.

use super::words::{begins, ends, holds, is_history, is_over, laughs, praises, supposes};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::{Intent, Matter, Urgency};

/// Somebody else is in the account, spends the money, holds the number, or talks the customer out of a code. While it
/// goes on it is critical; what is over, or only feared, is high.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.fraud"),
    says: "tells of fraud or of somebody else in their account",
    patterns: &[
        // Going on now.
        r"\b(?:account|acct|money|points|savings|wallet|card|balance|debit)s? (?:[\w']+ ){0,4}(?:is|are|being|keeps) (?:being )?(?:spent|emptied|drained|stolen|going out|leaving|moved|used|charged again|charged over)\b|\bcharging my card again\b|\bcharged over and over\b|\b(?:stop|freeze|block) the (?:cards?|orders?|payouts?|transfers?)\b|\b(?:to|from) (?:[\w']+ ){0,2}(?:address|place|account|name|somewhere|someone) i (?:do ?n'?t|do not|never) know\b|\b(?:over|control of) my (?:laptop|computer)\b|\bmoney (?:is )?(?:going|leaving|moving) (?:out )?(?:of|from|the)\b",
        r"\b(?:some ?ones?|some ?body|hackers?|scammers?|they|they're|theyre|he|hes|stranger|whoever|person|man)(?:'s|'ve)? (?:[\w']+ ){0,4}(?:using|used|uses|has|in|into|inside|accessing|accessed|spending|spent|buy|buying|bought|ordering|ordered|booked|booking|taking|moving|moved|sending|draining|changed|changing|swapped|hacked|hacking|hijacked|stole|stealing|steal|logged|logging|ported|taken|opened|cloned|charged|deleting|emptying)\b(?: [\w']+){0,4} (?:my|our|his|her) (?:[\w'@]+ ){0,2}(?:account|acount|acct|accounts|card|cards|wallet|email|e-mail|phone number|number|points|money|savings|password|plan|name|spotify|gmail|playlist|login|files|tablet|laptop|info|details|usdc)\b",
        r"\b(?:someone|somebody) (?:[\w']+ ){0,4}(?:opened|taken|took|registered|ordered) (?:[\w']+ ){0,6}(?:in my name|on my (?:account|card)|with my|through my|under my)\b|\b(?:card|loan|account|ordered|credit|return|cards|contract|cards) (?:\w+ )?in my name\b|\bused my name\b",
        r"\b(?:account|email|e-mail|card|phone|number|page|profile|channel|wallet|gmail|spotify|minecraft|psn|id|it)(?: \w+)? (?:was|is|got|been|has been|have been|being|gets|might have been|getting) (?:[\w']+ ){0,2}(?:hacked|hijacked|compromised|cloned|breached|taken over|pirated|ported|nicked|drained|emptied)\b",
        r"\b(?:been|got|was|being|were) hack(?:ed)?\b|\baccount hacked\b|\bhacked (?:my|into|our|account|gmail|yahoo)\b|\bmy hacked\b|\bcard(?:'s)? (?:been |got )?(?:nicked|cloned|skimmed)\b|\bhacking my\b",
        r"\bsim[ -]?(?:card )?(?:was |got |has been |is )swapped\b|\bsim swap (?:fraud|scam)\b|\bswap was requested\b|\bsim was changed\b|\bswapped (?:my|our) (?:number|sim)\b|\bported my\b|\b(?:onto another sim|to a new sim|esim is ready|number to another)\b",
        r"\b(?:password|email|e-mail|phone number|number|address|bank details|pin)(?: and [\w ]{1,20})? (?:on (?:it|file|the account|my (?:@?\w+ )?account) )?(?:has |have |had |just |all )*(?:was|were|got|been|is|being)?(?: just)?(?: been)? ?(?:changed|swapped|removed)\b",
        r"\b(?:gave|given|gives|read|told|entered|put|shared|took) (?:[\w']+ ){0,4}(?:code|codes|otp|pin|card number|my card|long number|card details|my details|number 4\d+)\b|\bi gave it\b|\bbefore i (?:thought|twigged|realised)\b|\bi gave him the code\b",
        r#"\bsafe" account\b|\bsafe account\b|\bremote (?:software|access)\b|\bremoting into\b|\bshar(?:e|ing) (?:his|her|my|their) screen\b|\btook screen share\b|\bsees? my screen\b"#,
        r"\b(?:says?|saying|said|claiming|pretending|pretended|calling itself)(?: [\w']+){0,2} (?:he'?s|she'?s|he was|she was|he is|they were|to be|you|your|from) (?:[\w']+ ){0,4}(?:team|department|dept|bank|office|staff|support|you)\b",
        r"\b(?:was ?n'?t|was not|is ?n'?t|not|no not) me\b|\b(?:did ?n'?t|did not|have ?n'?t|never) (?:do (?:that|this)|make|made|authori[sz]ed?|approved?|request(?:ed)?|bought|placed|order|ordered|send|swap|ask for)\b|\bi (?:do ?n'?t|do not|did ?n'?t) recogni[sz]e\b|\bnever heard of\b|\bnone of them me\b",
        r"\bunauthori[sz]ed (?:\w+ )?(?:charge|transaction|payment|access|login|purchase|withdrawal|activity|use)s?\b|\bfraud(?:ulent)? (?:\w+ )?(?:charge|transaction|payment|activity|purchase|on my card|happening)s?\b|\bkey leaked\b|\bidentity theft\b",
        r"\b(?:new|strange|unknown|foreign) (?:login|log in|sign in) from\b|\b(?:log(?:ged|ging|in)?|sign(?:ed|ing|in)?) ?(?:in )?(?:to |into )?(?:[\w']+ ){0,3}from (?:russia|china|another|somewhere|a different|other|vietnam|south korea|minsk)\b|\bcodes? i did ?n'?t (?:ask|request)\b",
        r"\b(?:a stranger's|another (?:woman|man|person|customer|patient|company)'s|someone else'?s|somebody else'?s) (?:\w+ )?(?:details|name|results|claim|data|invoice|statement|portal|bank|tickets)\b|\ba stranger's(?:: |\. |, )|\b(?:ex[- ]employee'?s|former colleague) still\b|\ba #?phishing (?:site|page)\b|\bphishing sites\b|\bdata breach\b|\bsystem was breached\b",
        r"\b(?:someone|somebody|he|she|they|hackers?|who) (?:[\w']+ ){0,3}(?:trying|attempting) to (?:access|get into|log ?in(?:to)?|log in to|sign in(?:to)?|hack(?: into)?|break into) (?:[\w']+ ){0,2}(?:my|our) (?:[\w']+ ){0,2}(?:account|accounts|email|gmail)\b|\bkeeps? (?:resetting|changing) (?:my|our) (?:password|email|pin)\b",
        r"\b(?:uncle|aunt|auntie|mum|mom|mother|dad|father|gran|grandma|grandad|nan|grandmother|grandfather|parents|wife|husband|brother|sister|friend|neighbou?r)(?:'s)?\b(?: [\w',]+){0,20} (?:is|it'?s|this|a|being) (?:a )?(?:fraud|scam|scammed|conned|defrauded)\b",
        r"\b(?:have|i'?ve) (?:sent|bought|made|paid) nothing\b",
        r"\btalked me into (?:reading|giving|sending|moving|sharing)\b|\breading out the (?:\w+ )?(?:codes?|digits)\b",
        r"\bon my (?:account|acct|card|login) right now\b|\bmy ex (?:is (?:still )?in|still has access to) (?:my|our)\b|\bmy (?:account|page|profile|email|card)(?: [\w']+){0,3} is (?:sending|buying|posting|messaging|ordering)\b|\b(?:cleaning|clearing) out my (?:account|wallet|savings|card)\b|\b(?:made|had|asked|told|got) (?:me|us|her|him|my \w+) (?:to )?(?:install|download|open)(?: \w+){0,2} (?:anydesk|teamviewer)\b",
    ],
    vetoes: &[
        r"\bnever made (?:us|me|an?|any)\b|\baccount i never made\b|\b(?:life|travel|kitchen|money|beauty|food) hacks?\b|\bhackathon\b|\bnot me (?:crying|waiting|thinking|sitting)\b",
        r"\bphish(?:ing)? (?:tips|training|awareness)\b|\bfraud awareness\b|\bit'?s not me\b|\bis it (?:just |only )?me\b|\bnot me it'?s\b",
        r"\b(?:promo|discount|voucher|referral|coupon)(?:tion)? codes?\b|\baccount (?:manager|team|rep)\b|\bchanged (?:like|as) (?:you|i|we) (?:asked|said)\b|\bnever ordered (?:from|with) (?:you|u) before\b|\b(?:someone|somebody) in (?:my|our) (?:family|household)\b|\bthey(?:'ve)? changed my (?:\w+ )?plan\b",
    ],
    claims: Claims {
        intent: Some(Intent::AccountSecurity),
        urgency: Some(Urgency::Critical),
        private: Some(true),
        escalate: Some(true),
        needs_reply: Some(true),
    },
    matter: Some(Matter::Fraud),
    check: Some(check),
    ..Rule::NONE
};

/// What makes "not me" or "I never ordered it" a matter of money or accounts.
const MONEY: &str = "account|acct|card|payment|payments|charge|charges|transaction|transfer|transfers|withdrawal|withdrawl|\
    withdrawals|gift cards|login|logged|password|wallet|sim|code|codes|passcode|order confirmation|order confirmations|\
    bank|email was changed|pending|points|fraud|scam|scammer|otp|pin|purchase|purchases|locked out|changed|debit|loan|\
    thanks for your order|email saying|notification";

/// What says that a caller or a link was behind it.
const LURE: &str = "rang|called|caller|call|phone|link|scam|scammer|fraud|someone|somebody|man|text|message|pretending|\
    claiming|said he|says he|before i thought|stranger|gentleman|twigged";

/// What says that a change was not the writer's.
const NOT_MINE: &str = "wasn't me|wasnt me|isn't me|isnt me|not me|did none|didn't do|didnt do|didn't change|didnt change|\
    i didn't|i didnt|i did not|locked out|someone|somebody|they've|can't get in|cant get in|i don't know|i dont know|without my consent|without my permission|without my knowledge|\
    without me|not by me";

/// What says that somebody near is about to pay.
const PAYS: &str = "invest|investing|pay|paying|paid|send|sending|transfer|transferring|money|gift card|gift cards|bank|crypto|pounds|dollars";

/// What says that the writer has it back, or speaks of others.
const BACK: &str = "got it back|recovered it|i recovered|able to recover|gotten back in|got back in|blocked it before|\
    hung up straight|lost nothing|been hearing about";

/// What says that it goes on now.
const NOW: &str = "right now|as i type|as we speak|while i|while im|while you|mins ago|minutes ago|min ago|hour ago|\
    half an hour ago|an hour ago|pending|processing|freeze|block it|block the|block my|stop it|stop the|stop them|stop this|\
    being emptied|being drained|another one|just now|in ten minutes|in 10 minutes|ten minutes|10 min|other line|on hold|\
    on the phone|other phone|on the line|going out|going down|they're|theyre|he's still|hes still|being used|just changed|\
    just took|wasn't me|wasnt me|as i watch|and counting|happening now|happening right|going through|phone went dead|phone died|no service|lost signal|let him|by accident|watching someone";

fn check(context: &Context<'_>, hit: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    let text = hit.text;
    let denies = ends(text, "me|recognise|recognize|heard of|nothing")
        || text.contains("n't ")
        || text.starts_with("never");
    let gave = begins(text, "gave|given|gives|read|talked|told|entered|put|shared|took|i gave|before i");
    let poses = begins(text, "say|said|claim|preten|calling");
    let kin = ends(text, "fraud|scam|scammed|conned|defrauded") && !denies;
    let changed = ends(text, "changed|swapped|removed") && !text.contains("sim");
    if laughs(lower)
        || praises(lower)
        || supposes(lower)
        || is_history(lower)
        || holds(lower, BACK)
        || (denies || poses) && !holds(lower, MONEY)
        || gave && !holds(lower, LURE)
        || kin && !holds(lower, PAYS)
        || changed && !holds(lower, NOT_MINE)
    {
        return None;
    }
    // A code given away, a number moved, a password changed by another, an account that somebody else holds: the harm
    // is minutes off, said or not.
    let minutes_off = gave
        || poses
        || changed
        || text.contains("sim")
        || text.contains("hack")
        || text.contains("identity")
        || begins(text, "safe|ported|remot|stop|freeze|block|keep");
    let tries = text.contains("trying") || text.contains("attempt");
    let now = (minutes_off || holds(lower, NOW)) && !is_over(lower) && !tries;
    let urgency = if now { Urgency::Critical } else { Urgency::High };
    Some(Claims { urgency: Some(urgency), ..RULE.claims })
}

#[cfg(test)]
mod tests {
    use crate::analyze::rules::{claims_of, fires};
    use crate::label::Urgency;

    #[test]
    fn going_on_is_critical_and_found_is_high() {
        let urgency = |text: &str| claims_of("urgency.fraud", text).and_then(|claims| claims.urgency);
        assert_eq!(urgency("someone is using my card right now"), Some(Urgency::Critical));
        assert_eq!(urgency("my account has been hacked"), Some(Urgency::Critical));
        assert_eq!(urgency("my account was hacked last week"), Some(Urgency::High));
        assert_eq!(urgency("my email and password were changed without my consent"), Some(Urgency::Critical));
        assert_eq!(urgency("somebody is trying to log in to my account from abroad"), Some(Urgency::High));
        for text in [
            "trying to log in to my account since 9",
            "I changed my password twice",
            "best travel hack",
            "it's not me, it's you",
            "what a scam",
            "how do I swap my sim",
            "years ago my card was cloned at a pump",
            "told my dad the promo code over the phone",
        ] {
            assert!(!fires("urgency.fraud", text), "{text}");
        }
    }
}
