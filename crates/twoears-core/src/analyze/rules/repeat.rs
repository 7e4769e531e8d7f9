//! Says that they asked before, or that nobody answered.

use super::words::{praises, serves};
use super::{Claims, Context, Hit, Rule};
use crate::RuleId;
use crate::label::Urgency;

/// Declared repeats and silence: "third time asking", "no reply since Monday", "emailed twice". To leave somebody
/// waiting again breaks the promise that somebody is there.
pub(super) const RULE: Rule = Rule {
    id: RuleId("urgency.repeat"),
    says: "says that they asked before or that nobody answered",
    patterns: &[
        r"\b(?:second|third|fourth|fifth|sixth|2nd|3rd|4th|5th|6th|\dth) (?:and last )?(?:time |message |email |e-mail |tweet |call |day |week |dm |letter )?(?:of |now )?(?:asking|i(?:'m|'ve| am| have)? (?:asked?|asking|writ\w+|report\w*|contact\w*|messag\w+|r[iu]ng\w*|call\w*|email\w*|had to)|chasing|writing|reporting|messaging|emailing|contacting|you'?ve asked|about this)\b",
        r"\b(?:second|third|fourth|fifth|sixth|seventh|2nd|3rd|4th|5th|\dth) (?:message|email|e-mail|tweet|dm|letter|reminder|attempt|call|ticket|complaint|follow ?up)\b",
        r"\b(?:no|zero|without (?:a|any)|not (?:a single|one|had (?:a|any))|never (?:got|had|received) (?:a|any)) (?:reply|replies|response|answer|acknowledgement|callback|call ?back)s?\b(?: (?:since|to my|to the|from|yet|in|after|for|at all|whatsoever)\b|[.!,?]|$|\n)",
        r"\b(?:nobody|no one|noone|no-one|none of you|not one of you|never)(?: has| have|'s)? (?:ever )?(?:repl(?:y|ies|ied)|respond(?:s|ed)?|answered|got back|gets? back|been in touch|called (?:me )?back|rang (?:me )?back|come back to|contacted me|bothered)\b",
        r"\b(?:heard|hearing) (?:absolutely nothing|nowt|not a word|zilch)\b|\bnothing back since\b|\bnot heard (?:anything |a thing )?(?:back|since)\b|\bhave ?n'?t heard\b|\bradio silence\b|\bsilence since\b|\bsent (?:\d+|two|three) days ago,? nothing\b",
        r"\b(?:emailed|e-mailed|rang|rung|called|phoned|messaged|dm'?d|dmed|wrote|written|tweeted|asked|contacted|told|reported(?: it| this)?|chased|complained)(?: (?:you|this|it|them|about it|support|u|ur|your team))? (?:about )?(?:twice|(?:two|three|four|five|six|several|multiple|many|countless|numerous|\d+) times|again and again|already|repeatedly|loads of times)\b",
        r"\b(?:\d|two|three|four|five|six|several|multiple) (?:dms?|emails?|e-mails?|tweets?|messages|letters|calls|tickets|phone calls)(?: and| later| now|,) (?:not one|no|nothing|still|zero|never|nobody)\b",
        r"\bignoring (?:me|us|my|our|all my|every)\b|\bignored (?:my|our|again|all)\b|\bignore (?:my|our|every)\b|\bbeen ignored\b|\bignored for\b|\bkeep ignoring\b|\bis any ?(?:one|body) (?:actually )?(?:reading|there|listening|going to (?:answer|reply))\b",
        r"\bstill (?:no|not had (?:a|any)|have ?n'?t (?:had|heard|received|got)(?: an?y?)?|have no|got no|awaiting (?:a|your)|waiting (?:for|on) (?:a|an|the|your|that|my|some(?:one|body)) ?(?:\w+ )?)(?: ?(?:reply|response|answer|call|callback|call back|update))\b",
        r"\b(?:been )?(?:waiting|asking|chasing|trying to (?:reach|contact|get (?:hold|through))(?: \w+)?)(?: (?:this|it|you|you lot|on this|for (?:a|an|my|the) (?:\w+ )?(?:reply|response|answer|refund|call)))? (?:for|since|over) (?:over |about |nearly |almost |the last |the past |more than )?(?:\d+|two|three|four|five|six|seven|eight|several|monday|tuesday|wednesday|thursday|friday|saturday|sunday|january|february|march|april|may|june|july|august|september|october|november|december|days|weeks|months)\b",
        r"\bbeen waiting (?:\d+|two|three|four|five|six|seven|eight|several|nearly|over|almost) (?:\w+ )?(?:days|weeks|months|wks)\b|\b(?:weeks|months|days|wks) (?:i have been |of |i've been |now )?(?:chasing|of chasing|asking|of silence|without (?:a|any) (?:reply|response|answer))\b|\bchased (?:it|this|up|twice|\w+ times)\b",
        // Asked much and helped by none.
        r"\b(?:made|had|sent|raised|opened|filed|after|despite|through|spoken to|talked to|tried) (?:like |over |about |at least |with )?(?:several|many|multiple|countless|numerous|repeated|\d+|two|three|four|five|six|all the (?:earlier|previous)|all my) (?:\w+ )?(?:calls?|emails?|e-mails?|mails?|chats?|tickets?|complaints?|messages|dms|conversations|tweets|attempts|contacts|reps|agents)\b",
        r"\b(?:keep|kept|have been|i've been|ive been) (?:messaging|emailing|calling|asking|contacting|tweeting|dm'?ing|chasing|ringing|phoning|writing) (?:you|u|them|this|for|support|customer|and|about|but|your|since)\b",
        r"\b(?:no ?-?one|nobody)(?: has| is| was|'s| have)?(?: even| ever| yet)? (?:contact\w*|chat\w*|answer\w*|repl\w+|respond\w*|call\w*|pick\w*|helps?|helped|helping|gets? back|got back|turned up|showed up|come back)\b",
        r"\b(?:did ?n'?t|do ?n'?t|does ?n'?t|have ?n'?t|has ?n'?t|is ?n'?t|are ?n'?t|not)(?: even| ever| once| been)? (?:repl(?:y|ied|ying)|respond(?:ed|ing)?|answer(?:ed|ing)?|contacted|got(?:ten)? back|get(?:ting)? back)\b",
        r"\b(?:please|pls|plz|kindly)(?: \w+)? (?:reply|respond|answer|revert|get back)\b|\b(?:reply|respond|answer)(?: to)? my (?:dm|dms|messages?|emails?|mails?|tweets?|query|complaint)\b",
        r"\b(?:spent|wasted|been) (?:\w+ ){0,4}(?:hours?|hrs?|day|morning|evening|afternoon|weeks?|days|months?) (?:\w+ ){0,2}(?:with your|with support|on the phone|on hold|on chat|on the line|trying to get|talking to|speaking (?:to|with)|chatting)\b",
        r"\bto no avail\b|\bstill (?:not (?:been )?(?:resolved|solved|fixed|sorted)|no (?:resolution|solution|help|fix|refund|update))\b|\bwithout (?:any |a )?(?:resolution|solution|help|response|reply)\b|\bno (?:resolution|solution) (?:yet|so far|at all|after)\b",
        r"\b(?:rang|called|phoned|emailed)(?: you| u| this| about it)? (?:\d+|two|three|four|five|six|eleven|nine|ten|seven|eight|several|every) times\b|\b(?:rung|rang|called|phoned|asked) twice\b|\bevery time i (?:ring|call|ask|phone|email|contact|write)\b|\bonce again\b",
        r"\byou (?:said|promised|told me) (?:some(?:one|body)|you'?d|you would|they would|they'd) (?:would )?(?:call|ring|be in touch|get back|contact|phone|email)\b|\bpromised (?:a |me a )?call ?back\b|\bdm sent (?:\d+|two|three|days|yesterday|last)\b",
        r"\b(?:third|fourth|fifth|3rd|4th|5th) (?:go|try) at\b|\bnot (?:one|a) word (?:from|back|since)\b|\bsent (?:\w+ ){1,3}twice already\b|\b(?:posting|writing|asking|messaging) again\b",
        r"\b(?:\d+|two|three|four|five|six|nine|seven|eight) (?:emails?|e-mails?|calls?|agents?|phone calls|forms)(?:,| and)(?: [\w']+){0,2} (?:no|not|nothing|still|nobody|zero|later|\d+|two|three|four|five|six)\b",
        r"\b(?:\d+|two|three|four|five|six|seven|eight|nine) (?:emails|calls|agents|forms|chats|visits) later\b|\bpromised (?:me |us )?(?:a )?(?:call|callback|refund|\w+ back)\b|\b(?:hello+|anyone|anybody|any ?body there)\?\?+",
        r"\b(?:\d+|two|three|four|five|six) (?:weeks?|months?|days)(?:,| and) (?:\d+|two|three|four|five|six|seven|fourteen) (?:messages|emails|calls|chats|agents|visits|tickets)\b|\bstill (?:no|nothing|waiting)\b(?: [\w',]+){0,6} (?:\d+|two|three|four|five|six) (?:days|weeks|months)\b|\bnobody writes back\b|\bgone silent\b|\bno word (?:from|since|yet)\b",
    ],
    vetoes: &[
        r"\bno (?:reply|response|answer) (?:needed|required|necessary|expected)\b",
        r"\b(?:time|day|week) (?:buying|travelling|flying|visiting|ordering|using|staying|round)\b",
        r"\bnot (?:answer|reply) (?:if|when|unless)\b|\bplease (?:reply|respond|answer) (?:if|when|yes|no|with|y\b|n\b)|\bdo ?n'?t (?:answer|reply|respond|worry)(?: if| to this| unless|,)",
        r"\basked my (?:husband|wife|mum|dad|son|daughter|friend|partner)\b",
        r"\bhave ?n'?t heard (?:a|an|such|of)\b|\bonce again (?:a|an|perfect|thank\w*)\b|\b(?:email|message|text|letter) from\b|\bnever replied so\b",
        r"\b(?:reply|she|he|it|you) (?:did ?n'?t|did not) (?:even )?answer (?:a|one|it|the|my)\b|\bdo ?n'?t reply to (?:that|this)\b|\bpeople have been asking\b",
    ],
    claims: Claims { urgency: Some(Urgency::High), needs_reply: Some(true), ..Claims::NONE },
    check: Some(check),
    ..Rule::NONE
};

fn check(context: &Context<'_>, _: Hit<'_>) -> Option<Claims> {
    let lower = context.heard.lower();
    (!praises(lower) && !serves(lower)).then_some(RULE.claims)
}
