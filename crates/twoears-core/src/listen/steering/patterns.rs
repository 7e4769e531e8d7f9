//! The patterns of steering, in ASCII mode over the text in lower case. Each names words of which every match holds one;
//! a test holds them to that.

use super::SteeringKind;

/// Where a match may begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum At {
    /// Anywhere.
    Anywhere,
    /// At the start of a sentence, or with a capital: an order, and no report of one ("your staff ignore your rules").
    Start,
}

/// How far what was matched reaches.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Reach {
    /// As far as the match.
    Match,
    /// To the end of its sentence.
    Sentence,
    /// To the brace that closes it.
    Object,
    /// To the marker that closes it, else to the end of the sentence.
    Block,
}

/// One pattern.
pub(super) struct Pattern {
    pub(super) kind: SteeringKind,
    pub(super) at: At,
    pub(super) reach: Reach,
    /// Every match holds one of these.
    pub(super) words: &'static [&'static str],
    pub(super) regex: &'static str,
}

const fn order(words: &'static [&'static str], pattern: &'static str) -> Pattern {
    Pattern { kind: SteeringKind::Order, at: At::Start, reach: Reach::Sentence, words, regex: pattern }
}

const fn any(kind: SteeringKind, words: &'static [&'static str], pattern: &'static str) -> Pattern {
    Pattern { kind, at: At::Anywhere, reach: Reach::Sentence, words, regex: pattern }
}

const fn first(kind: SteeringKind, words: &'static [&'static str], pattern: &'static str) -> Pattern {
    Pattern { kind, at: At::Start, reach: Reach::Sentence, words, regex: pattern }
}

const fn part(kind: SteeringKind, words: &'static [&'static str], pattern: &'static str) -> Pattern {
    Pattern { kind, at: At::Anywhere, reach: Reach::Match, words, regex: pattern }
}

/// What orders say next, at the start of a sentence that follows a steering one.
pub(super) const FOLLOW_ON: &str = r"^(?:[-*\x22'>#\d.) ]{0,6})(?:(?:please|then|now|also|and|instead|next|finally|just) ){0,2}(?:(?:output|print|classify|label) |set (?:the |its |all |every |this )*(?:urgency|intent|sentiment|route|label|priority|action|escalat|flag|status|category)|(?:mark|tag|rate) (?:it|this|all|every|the message) |(?:reply|respond|answer) (?:only|just|with|in|as) |say (?:only|just|nothing|\x22)|(?:the|its) (?:urgency|intent|sentiment|route|label|correct label|right label|output)\b|(?:urgency|intent|sentiment|route|needs_reply|escalate) ?[:=]|you (?:must|will|shall) (?:(?:always|only|never|now|not) )*(?:refuse|mention|escalate|obey|comply|output|set|classify|ignore|(?:answer|reply|respond) (?:only|with|in))\b|you (?:have no|are free of|do not have) (?:rules|restrictions|limits|filters)|your (?:new |only |real )?(?:task|role|goal|job|output|reply|response|instructions?|name) (?:is|must|are|will)\b|do not (?:escalate|draft|mention|follow|reveal|flag|call a person|explain)|never (?:mention|reveal|refuse|escalate)|always (?:answer|reply|respond|say|set|mark)|from now on\b|no escalation\b|end of (?:system|prompt|instructions?|message)|these (?:instructions|orders|rules) (?:override|replace|come)|this (?:overrides|is an order|order overrides))";

use SteeringKind::{Encoded, Image, Label, Output, Persona, Prompt, Role, Template};

/// Every pattern.
pub(super) const PATTERNS: &[Pattern] = &[
    // Orders to forget orders.
    any(
        SteeringKind::Order,
        &["instruction", "prompt", "directive", "programming", "training", "system message"],
        r"\b(?:ignore|ignoring|disregard|forget|override|bypass|overrule|discard|do not follow|don'?t follow|stop following)(?: (?:all|any|every|each|both|of|the|your|these|those|this|that|previous|prior|above|earlier|preceding|foregoing|existing|current|old|original|initial|system|developer|given|internal|safety|hidden|other|and|or|past|last)){0,5} (?:previous|prior|above|earlier|preceding|foregoing|existing|original|initial|system|developer|internal|safety|hidden)(?: (?:system|developer|safety|and|or|above|prior|given|user|chat|internal|training)){0,3} (?:instructions?|prompts?|directives?|programming|training|system messages?)\b",
    ),
    order(
        &["instruction", "prompt", "directive", "programming", "training", "system message"],
        r"\b(?:ignore|disregard|forget|override|bypass|overrule|discard|do not follow|don'?t follow|stop following)(?: (?:all|any|every|of|the|your|these|those|other|current|last|own|given)){0,4} (?:all|any|your|these|those|other|current|own) (?:instructions?|prompts?|directives?|programming|training|system messages?)\b",
    ),
    order(
        &[
            "rules",
            "guideline",
            "constraint",
            "restriction",
            "polic",
            "command",
            "orders",
            "context",
            "direction",
            "conversation",
            "messages",
        ],
        r"\b(?:ignore|disregard|forget|override|bypass|overrule|discard|do not follow|don'?t follow|stop following)(?: (?:all|any|every|of|the|your|these|those|other)){0,4} (?:previous|prior|above|earlier|preceding|system|original|initial|safety|content|developer|built-in|hidden)(?: (?:system|safety|content|and|or)){0,2} (?:rules|guidelines?|constraints?|restrictions?|polic(?:y|ies)|commands?|orders|context|directions|conversations?|messages)\b",
    ),
    order(
        &["instruction", "instructed"],
        r"\b(?:ignore|disregard|forget|override)(?: (?:all|any|every|of|the)){1,3} (?:instructions?)(?: (?:above|before|so far|until now|you (?:were|have been|got)|in your|from (?:your|the) (?:system|developer|operator|owner|company)|given)\b| ?[.!,;:]| and (?:you|set|mark|reply|respond|output|print|say|classify|label|route|answer|act|tell|reveal|treat|follow|do)\b)",
    ),
    order(
        &["above", "told", "learned", "before this", "you know"],
        r"\b(?:ignore|disregard|forget|discard)(?: (?:all|everything|anything|every ?thing|of|the|whatever)){1,3} (?:above (?:and|text|message|messages|prompt|content|input|, ?)|(?:that )?you (?:were|have been|'ve been) (?:told|taught|instructed)|you(?:'ve| have)? (?:learned|know)\b|before this (?:line|point|message|text)|(?:written |said |stated )?above ?(?:[.!,;:]|and\b|instead\b))",
    ),
    order(
        &["instruction", "system prompt", "system rule", "directive"],
        r"\b(?:new|updated|revised|real|actual|hidden|secret|additional|important|begin|override|urgent) (?:system (?:instructions?|prompt|rules?|directives?)|(?:instructions?|directives?)(?: for| to) (?:the |this |any |all )?(?:ai|a\.i\.|bots?|chatbot|assistants?|models?|llms?|classifier|machine|language model|agent|tool|program))\b",
    ),
    any(
        SteeringKind::Order,
        &[
            " ai ",
            " ai:",
            " ai,",
            " ai;",
            " ai.",
            " ai!",
            " ai-",
            "a.i.",
            "llm",
            "language model",
            "classifier",
            "automated",
            "machine",
            "triage",
        ],
        r"\b(?:attention|note|notice|memo|message|reminder|instructions?|dear|hey|hello|to|if you are|if you're|if this is read by)(?: to| for)?:? (?:an? |the |all |any |every )?(?:ai|a\.i\.|llms?|(?:large )?language models?|ai (?:assistants?|models?|agents?|systems?|tools?)|classifiers?|automated (?:system|triage|agent|tool)s?|machines?|triage (?:system|tool|bot|model)s?)(?: (?:reading|processing|that reads|handling|triaging|assistant|model|this|the|message|mail|ticket|system)){0,5} ?[:,;.!-]{0,3} ?(?:you (?:must|should|will|are|have)|please )?(?:set|ignore|disregard|mark|classify|label|route|treat|output|always|do not|don't|never|reply with|respond with|say|print|include|write|rate|assign|obey|follow|escalate|skip|stop) ",
    ),
    any(
        Output,
        &["jailbreak", "anything now", "no restrictions", "no filters", "content policy", "bound by"],
        r"\byou can do anything now\b|\bdan \(?do anything now\)?|\bdo anything now\)? mode\b|\bjailbreak(?:ed)? (?:mode|prompt)\b|\byou (?:now )?(?:have|are under) no (?:restrictions|filters|content policy)\b|\byou are (?:no longer|not) bound by\b",
    ),
    // Forged roles.
    Pattern {
        kind: Role,
        at: At::Anywhere,
        reach: Reach::Block,
        words: &[
            "<|",
            "[inst]",
            "[/inst]",
            "<<sys>>",
            "<</sys>>",
            "<system",
            "</system",
            "<instruction",
            "</instruction",
            "<prompt",
            "</prompt",
            "<assistant",
            "</assistant",
            "<admin",
            "</admin",
        ],
        regex: r"<\|(?:im_start|im_end|system|user|assistant|endoftext|begin_of_text|start_header_id|end_header_id|eot_id|end)\|>|\[/?inst\]|<</?sys>>|</?(?:system|instructions?|prompt|assistant|admin)(?: ?[a-z_-]{0,20})?>",
    },
    any(
        Role,
        &["##"],
        r"#{2,6} ?(?:system|instructions?|assistant|developer|new (?:system|instructions?|task)|end of (?:system|prompt|instructions?)|response)\b",
    ),
    first(
        Role,
        &["system", "assistant", "developer", "admin", "root", "sudo", "operator"],
        r"\b(?:system|assistant|developer|admin|administrator|root|sudo|operator)(?: (?:prompt|message|instructions?|note|override|command|notice|update|alert))? ?(?::|>|=>|->) ?(?:please )?(?:you (?:are|must|will|shall|should|have|can)|ignore|set|mark|override|respond|reply|answer|always|never|do not|don'?t|from now|disregard|forget|treat|classify|route|label|urgency|intent|priority|sentiment|the (?:assistant|model|ai|above|following|previous|next)|this is (?:a test|an? (?:order|override|drill))|new (?:rule|instruction|order|task|policy)|no escalation|escalat\w+|output|print|all (?:previous|prior|messages|tickets)|execute|enable|grant|approve|sudo|end of|(?:refund|credit|pay|compensate) (?:all|every\w*|this|the|me|him|her|them|it|now|in full)|(?:close|delete|cancel|resolve|unlock|reset|transfer|issue|send) (?:all|every\w*|this|the|an?|it|now)|(?:act|behave|assume|switch|disable|bypass|run|call|invoke|say|write|return|give))\b",
    ),
    // Personas and modes.
    any(
        Persona,
        &["you are now", "you're now", "you will now be", "you are no longer"],
        r"\byou(?:'re| are| will)(?: now(?: be)?| no longer)(?: a| an| in| my| the| acting as| called| known as)?(?: (?:new|helpful|evil|different|pirate|unrestricted|uncensored|personal|free|rogue|developer|debug|obedient|linux|root|super|system|customer|honest|opposite|ai|chat|rude|full)){0,3} (?:assistant|chatbot|ai|a\.i\.|language model|llm|gpt\w*|chatgpt|dan|pirate|admin|administrator|terminal|shell|hacker|interpreter|unrestricted|uncensored|jailbroken|classifier|(?:developer|god|debug|admin|maintenance|jailbreak|sudo|root|unrestricted|test|training) mode)\b",
    ),
    first(
        Persona,
        &["from now on", "henceforth", "starting now", "for the rest of"],
        r"\b(?:from now on|henceforth|starting now|for the rest of this (?:conversation|chat|message)),? (?:you (?:are|will be|must|will|should|shall|can)|always|only|never|please|act|answer|reply|respond|classify|label|mark|set|route|treat|output|speak)(?: (?:only|always|never|be|as|to|a|an|my|the|please))* ?(?:act|acts|output|obey|classify|label|set|route|treat|mark|ignore|speak (?:like|as|in)|talk (?:like|as)|(?:respond|reply|answer) (?:only|in|with|as|like)|every (?:message|ticket|reply)|all (?:messages|tickets|replies)|with\b|in (?:json|french|german|spanish|pirate|capitals)|assistant|bot|pirate|dan|unrestricted|called|refuse|mention|escalate|like a)",
    ),
    first(
        Persona,
        &[
            "act as",
            "behave as",
            "respond as",
            "answer as",
            "speak as",
            "talk as",
            "roleplay as",
            "role-play as",
            "function as",
            "operate as",
            "pretend",
            "simulate",
            "imagine you",
        ],
        r"\b(?:(?:act|behave|respond|answer|speak|talk|roleplay|role-play|function|operate) (?:only )?as(?: if)?|pretend(?: that)?(?: to be)?|simulate|imagine(?: that)?)(?: you(?:'re| are| were))?(?: now)?(?: an?| the| my| not an?)?(?: (?:unrestricted|uncensored|evil|helpful|linux|system|different|rogue|free|root|new|unfiltered|jailbroken|pirate|obedient|old|ai)){0,3} (?:ai|assistant|bot|chatbot|language model|linux|terminal|pirate|dan|administrator|developer|root|hacker|interpreter|unrestricted|jailbroken|unfiltered|machine without|shell|console)\b",
    ),
    any(
        Persona,
        &["as an ai", "as an a.i", "as a language model", "as a large language", "as an automated"],
        r"\bas an? (?:ai|a\.i\.|(?:large )?language model|automated (?:system|agent))(?: (?:language model|model|assistant|system|bot|agent|classifier|support agent))?,? (?:you (?:must|should|will|are|can|have)|your (?:task|job|duty|role)|please (?:set|mark|reply|ignore|route)|set|mark|reply|respond|ignore|route|classify|i (?:cannot|can'?t|am unable))\b",
    ),
    any(
        Persona,
        &[" mode"],
        r"\byou(?:'re| are) (?:now )?(?:in|entering) (?:a |the )?(?:developer|debug|god|dan|jailbreak|admin|maintenance|sudo|root|unrestricted|training|override) mode\b",
    ),
    first(
        Persona,
        &[" mode"],
        r"\b(?:(?:enter|enable|activate|switch (?:in)?to|engage|initiate|go into) (?:developer|debug|god|dan|jailbreak|admin|maintenance|sudo|root|unrestricted|override) mode(?: ?[.!:;,]| and\b| now\b| immediately\b|$)|(?:developer|debug|god|dan|jailbreak|admin|maintenance|sudo|override) mode(?: is)?(?: now)? ?(?:enabled|activated|engaged)(?: ?[.!:;,]| and (?:you|ignore|set|output|respond)\b|$))",
    ),
    // What is to be put out.
    any(
        Output,
        &[
            "respond only",
            "reply only",
            "answer only",
            "only respond",
            "only reply",
            "only answer",
            "respond exclusively",
            "reply exclusively",
            "answer exclusively",
            "respond solely",
            "reply solely",
            "answer solely",
            "respond with only",
            "reply with only",
            "respond with exactly",
            "reply with exactly",
            "just respond",
            "just reply",
        ],
        r"\b(?:(?:respond|reply|answer) (?:only|exclusively|solely) (?:with|in (?:json|yaml|xml|base64|english|french|german|spanish|capitals|emoji|one word))|(?:only|just) (?:respond|reply|answer) with|(?:respond|reply|answer) with (?:only|exactly))\b",
    ),
    first(
        Output,
        &[
            "output ",
            "print only",
            "print exactly",
            "print the ",
            "print word",
            "print string",
            "print following",
            "print \"",
            "say only",
            "say exactly",
            "say nothing",
            "say \"",
            "return only",
            "return exactly",
            "return valid",
            "return raw",
            "return json",
            "return yaml",
            "return xml",
            "print nothing",
            "return nothing",
            "write only",
            "write exactly",
            "write nothing",
            "repeat after me",
        ],
        r"\b(?:(?:output|return|print|write) (?:only|exactly|nothing but) |output (?:the |in |as |valid |raw )*(?:json|yaml|xml|word|string|label|text|following)\b|print (?:the )?(?:word|string|following|\x22)|say (?:only|exactly|nothing (?:but|else)|\x22[\x20-\x7e]{1,60}\x22 and nothing)|repeat after me\b|return (?:valid |raw )?(?:json|yaml|xml)\b)",
    ),
    first(
        Output,
        &[" reply", " response", " answer", " draft", " output"],
        r"\b(?:(?:end|begin|start|finish) (?:your|every|each|the) (?:reply|response|answer|draft|output)s? with|(?:include|insert|append|add|put|paste|place) (?:(?:the|this|following|exact) )*(?:phrase|sentence|text|words?|string|link|url|https?)\b[\x20-\x7e]{0,80}?\b(?:your|the|every|each) (?:reply|response|answer|draft|output))\b",
    ),
    // Labels that are ordered or forged.
    first(
        Label,
        &["urgency", "intent", "sentiment", "needs_reply", "needs reply", "private_data", "escalat"],
        r"\b(?:set|change|force|override|switch|adjust|assign|make|keep|put|reset|update)(?: (?:the|this|its|a|every|all|your|message'?s?|ticket'?s?|customer'?s?|field|label|value|of)){0,4} (?:urgency|intent|sentiment|needs[_ ]reply|private_data|escalate|escalation)(?: (?:label|level|score|field|value|flag))?(?: (?:of|for|on) (?:this|the|every|all)(?: (?:message|ticket|case|e-?mail|text))?)? ?(?:to|=|:|as|at|:=)",
    ),
    first(
        Label,
        &[
            "route",
            "routing",
            "action",
            "label",
            "priority",
            "severity",
            "category",
            "confidence",
            "probability",
            "classification",
        ],
        r"\b(?:set|change|force|override|switch|assign|make|reset|update)(?: (?:the|this|its|a|every|all|your|message'?s?|ticket'?s?|customer'?s?)){0,3} (?:route|routing|action|label|priority(?: score| label)?|severity|category|confidence|probability|classification) ?(?:to|=|:|as|at|:=) ?\x22?(?:public|private|none|null|critical|watch|reply|private_reply|person|spam|praise|positive|negative|neutral|true|false|0|1|10|100|zero|p[0-4]|[a-z]+\.[a-z_]+)\b",
    ),
    any(
        Label,
        &["urgency", "intent", "sentiment", "needs_reply", "escalate", "route", "private_data"],
        r"\b(?:urgency|intent|sentiment|needs_reply|escalate|route|private_data) ?(?:=|:=|==|->) ?[\x22']?(?:critical|high|low|normal|public|private|none|null|true|false|very_positive|very_negative|positive|negative|neutral|reply|watch|person|[a-z]+\.[a-z_]+|\d+)\b|\b(?:needs_reply|private_data) ?: ?[\x22']?[a-z0-9\[]",
    ),
    first(
        Label,
        &["classify", "categori", "label", "tag ", "rate ", "mark ", "flag ", "treat ", "log ", "score "],
        r"\b(?:classify|categori[sz]e|label|tag|rate|score|mark|flag|treat|log)(?: (?:this|the|my|that|it|all|every|each|these))(?: (?:message|text|input|e-?mail|conversation|tweet|ticket|post|messages|tickets|one|mail|content|following))? (?:as|=|with|to be)(?: an?| the)? ?[\x22']?(?:urgency|intent|sentiment|critical|praise|(?:very )?positive|(?:very )?negative|neutral|spam|low urgency|no[- ]?reply|not (?:needing|requiring) (?:a )?reply|needing no reply|needs_reply|talk\.|feedback\.|harmless and|a compliment|[a-z]+\.[a-z_]+\b)",
    ),
    first(
        Label,
        &[
            "to public",
            "to the public",
            "to private",
            "to none",
            "to null",
            "to nobody",
            "to no one",
            "to the trash",
            "to trash",
            "to spam",
            "to /dev/null",
            "to root",
            "to the bin",
        ],
        r"\b(?:route|send|forward|direct|redirect|assign|move|close)(?: (?:this|it|all|every|the|these))(?:(?: (?:message|ticket|conversation|e-?mail|reply|case|messages|mail))(?: straight| directly)? (?:in)?to (?:the )?(?:public|private|none|null|nobody|no one|trash|spam|/dev/null|root|bin)|(?: one)? to (?:public|none|null|nobody|/dev/null|root))\b",
    ),
    first(
        Label,
        &[
            "do not escalate",
            "don't escalate",
            "dont escalate",
            "never escalate",
            "do not flag",
            "don't flag",
            "no human",
            "no person",
            "do not alert",
            "do not involve",
            "without human",
            "auto-approve",
            "autoapprove",
        ],
        r"\b(?:(?:do not|don'?t|never) (?:escalate|flag|alert) (?:this|it|any|the|a|to|human|anything|staff)\b|do not involve (?:a |any )?(?:human|person|agent|staff)|no (?:human|person) (?:should|must|may|needs to|will) (?:see|read|review|check)|auto-?approve (?:this|the|my|all|every|any)|(?:approve|close|send|answer|process) [\x20-\x7e]{0,40}without human)\b",
    ),
    Pattern {
        kind: Label,
        at: At::Anywhere,
        reach: Reach::Object,
        words: &[
            "\"urgency",
            "'urgency",
            "\"intent",
            "'intent",
            "\"sentiment",
            "'sentiment",
            "\"route",
            "'route",
            "\"escalate",
            "'escalate",
            "\"needs_reply",
            "'needs_reply",
            "\"private_data",
            "'private_data",
            "\"priority",
            "'priority",
            "\"action",
            "'action",
            "\"respond_by",
            "'respond_by",
            "\"drafts",
            "'drafts",
            "\"label",
            "'label",
            "\"role",
            "'role",
        ],
        regex: r"\{[\n\t\x20-\x7a\x7c]{0,200}?[\x22'](?:urgency|intent|sentiment|route|escalate|needs_reply|private_data|priority|action|respond_by|drafts|label|role)[\x22'][\n\t ]{0,4}:",
    },
    // What it was told.
    any(
        Prompt,
        &["prompt", "instructions"],
        r"\b(?:print|reveal|show|repeat|output|tell|give|display|leak|share|expose|dump|write out|summari[sz]e|translate|recite|list|what is|what's|whats|what are)(?: me| us| out| back)?(?: all)?(?: of)? (?:your|the) (?:(?:full|entire|complete|exact|hidden|secret|original|initial|internal|verbatim|own|current|first|developer) )*(?:system (?:prompt|message|instructions?)|(?:hidden|secret|initial|original|internal|developer) (?:prompt|instructions?|message))\b|\b(?:print|reveal|repeat|output|leak|expose|dump|recite) (?:all )?(?:of )?your (?:prompt|instructions)\b|\brepeat (?:everything|the text|the words|all text) above\b[\x20-\x7e]{0,40}(?:prompt|instructions)",
    ),
    // Macros, images, blobs.
    part(Template, &["{{"], r"\{\{[\x20-\x7a]{1,80}\}\}"),
    part(Template, &["${"], r"\$\{[\x20-\x7a]{1,80}\}"),
    part(Template, &["{%"], r"\{%[\x20-\x7c]{1,120}%\}"),
    part(Template, &["[["], r"\[\[[\x20-\x5a\x5e-\x7e]{1,80}\]\]"),
    part(Template, &["<%"], r"<%[\x20-\x7e]{1,80}?%>"),
    part(
        Image,
        &["!["],
        r"!\[[\x20-\x5c\x5e-\x7e]{0,80}\]\(\s{0,4}(?:https?:)?//[\x21-\x28\x2a-\x7e]{1,400}\)",
    ),
    first(
        Encoded,
        &["base64", "decode", "decrypt", "rot13"],
        r"\b(?:decode|base64|decrypt|rot13)\b[\x20-\x7e]{0,60}?\b[a-z0-9+/]{24,200}={0,2}",
    ),
    // Other languages: the orders to forget orders, personas, labels, outputs.
    order(
        &["anweisung", "instruktion", "befehle", "vorgaben", "systemprompt", "system-prompt"],
        r"\b(?:ignorieren? sie|ignoriere?|vergiss|vergessen sie|missachten? sie|missachte|umgehe)(?: (?:alle|allen|all|die|deine|ihre|diese|bisherigen?|vorherigen?|obigen?|vorigen?|vorangegangenen?|früheren?|bisher|gegebenen))* (?:system)?(?:anweisungen|instruktionen|befehle|vorgaben|system-?prompts?)",
    ),
    first(
        Persona,
        &[
            "du bist jetzt",
            "du bist nun",
            "du bist ab jetzt",
            "sie sind jetzt",
            "ab jetzt bist du",
            "von nun an bist du",
        ],
        r"\b(?:du bist (?:jetzt|nun|ab jetzt)|sie sind jetzt|(?:ab jetzt|von nun an) bist du) (?:ein|eine|im|mein)\b",
    ),
    first(
        Label,
        &[
            "dringlichkeit",
            "absicht",
            "stimmung",
            "diese nachricht als",
            "diese mail als",
            "nur mit",
            "ausschließlich mit",
            "ausschliesslich mit",
            "systemprompt",
            "system-prompt",
        ],
        r"\b(?:setzen? (?:sie )?(?:die |den )?(?:dringlichkeit|absicht|stimmung) |(?:markiere|stufe|klassifiziere|kennzeichne)n? (?:sie )?diese (?:nachricht|mail) als|(?:antworten? (?:sie )?|gib |geben sie )(?:nur|ausschließlich|ausschliesslich) mit|(?:zeige?|zeigen sie|verrate|nenne|gib|drucke)(?: mir)? (?:deinen?|ihren|den) system-?prompt)",
    ),
    order(
        &[
            "instructions",
            "consignes",
            "directives",
            "instrucciones",
            "indicaciones",
            "istruzioni",
            "instruções",
            "instructies",
            "instrukcje",
            "órdenes",
        ],
        r"\b(?:ignore[zr]?|oubliez?|oublie|ne tiens pas compte de|ne tenez pas compte de|ignora|ignoren|olvida|olvide|descarta|omite|dimentica|esqueça|desconsidere|negeer|vergeet|zignoruj|zapomnij)(?: (?:toutes?|tous|les|tes|vos|ces|des|de|todas?|todos|las|los|tus|sus|estas|anteriores|previas|tutte|tutti|le|tue|sue|precedenti|as|suas|alle|je|uw|vorige|eerdere|bovenstaande|wszystkie|poprzednie))* (?:instructions|consignes|directives|instrucciones|indicaciones|órdenes|istruzioni|instruções|instructies|instrukcje)(?: (?:précédentes|antérieures|ci-dessus|du système|système|données|initiales|anteriores|previas|precedenti|anterior))?",
    ),
    first(
        Persona,
        &[
            "tu es maintenant",
            "tu es désormais",
            "vous êtes maintenant",
            "ahora eres",
            "ora sei",
            "agora você é",
            "je bent nu",
            "a partir de ahora eres",
        ],
        r"\b(?:tu es (?:maintenant|désormais)|vous êtes maintenant|(?:a partir de )?ahora eres|ora sei|agora você é|je bent nu) (?:une? |en |un |una |mi |uma? |un'|een )(?:\w+ )?(?:assistante?|ia|bot|pirate|pirata|piraat|modo|mode|administra\w+|asistente|modelo|modèle|robot|assistent)",
    ),
    first(
        Label,
        &[
            "urgence",
            "urgencia",
            "urgenza",
            "urgência",
            "urgentie",
            "intención",
            "intention",
            "uniquement",
            "únicamente",
            "solo con",
            "apenas com",
            "alleen met",
            "sólo con",
            "seulement par",
        ],
        r"\b(?:(?:mets|mettez|règle|définis|définissez|fixe[zr]?) (?:l'urgence|l'intention)|(?:pon|establece|cambia|fija|configura|marca) la (?:urgencia|intención)|imposta l'urgenza|defina a urgência|zet de urgentie|(?:réponds|répondez)(?: uniquement| seulement) (?:par|avec|en)|(?:responde|responda|contesta) (?:solo|sólo|únicamente) (?:con|en)|rispondi solo con|responda apenas com|antwoord alleen met)\b",
    ),
    first(
        Prompt,
        &[
            "prompt système",
            "invite système",
            "prompt del sistema",
            "mensaje del sistema",
            "prompt de sistema",
            "prompt di sistema",
            "prompt do sistema",
        ],
        r"\b(?:affiche[zr]?|montre[zr]?|révèle[zr]?|donne[zr]?|muestra(?:me)?|revela|imprime|dime|mostra(?:mi)?|mostre)(?:-moi| moi)? (?:ton|votre|le|tu|su|el|il tuo|il|o seu|seu) (?:prompt|invite|mensaje)(?: del| de| di| do)? (?:système|sistema)",
    ),
    any(
        SteeringKind::Order,
        &["инструкции", "указания", "指令", "指示", "指示を", "以前の"],
        r"(?:игнорируй|Игнорируй|забудь|Забудь|игнорируйте|Игнорируйте)(?: (?:все|предыдущие|прежние|твои|ваши))* (?:инструкции|указания)|(?:忽略|无视|忘记)(?:之前|以上|所有|先前|的|你){0,4}(?:指令|指示|说明)|以前の指示を(?:すべて)?無視",
    ),
];
