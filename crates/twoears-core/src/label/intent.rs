//! What the message is about: the main thing a reply has to deal with.

use super::{Label as _, labels};

labels! {
    /// What the message is about; exactly one, the main thing that the reply has to deal with.
    ///
    /// ```
    /// use twoears_core::{Intent, Label};
    /// let intent: Intent = "billing.refund".parse()?;
    /// assert_eq!(intent.group(), "billing");
    /// # Ok::<(), twoears_core::Error>(())
    /// ```
    Intent, "intent" {
        /// Cannot sign in, password, verification code, locked out.
        AccountAccess = "account.access",
        /// Open/change account, profile, plan, settings, contact details.
        AccountDetails = "account.details",
        /// Hacked, fraud, phishing, someone used my account/card, privacy breach.
        AccountSecurity = "account.security",
        /// Close the account, cancel the subscription/membership, stop mail or calls.
        AccountClose = "account.close",
        /// Unexpected, wrong or repeated charge; bill too high; fees.
        BillingCharge = "billing.charge",
        /// Wants or chases a refund, compensation, credit.
        BillingRefund = "billing.refund",
        /// Cannot pay, payment failed, how to pay, payment method.
        BillingPayment = "billing.payment",
        /// Price, promotion, voucher, loyalty points, discount, price match.
        BillingPrice = "billing.price",
        /// Where is it, tracking, late or missed delivery, when will it ship.
        OrderStatus = "order.status",
        /// Change or cancel an order, change its address or time.
        OrderChange = "order.change",
        /// Wrong, missing, damaged, spoilt or faulty item received.
        OrderProblem = "order.problem",
        /// Return, exchange, warranty, repair/replacement process.
        OrderReturn = "order.return",
        /// Availability, features, compatibility, release date, ingredients, policy questions.
        ProductInfo = "product.info",
        /// How do I do X with the product/app/site.
        ProductHowto = "product.howto",
        /// This customer's app, device, website or connection misbehaves.
        ProductFault = "product.fault",
        /// Asks for a feature, product, place or change; a suggestion.
        ProductRequest = "product.request",
        /// Service down for an area or for many; is there an outage.
        ServiceOutage = "service.outage",
        /// Transport delayed, cancelled, stuck waiting, missed connection.
        ServiceDelay = "service.delay",
        /// Reservation, ticket, seat, check-in, upgrade, boarding.
        ServiceBooking = "service.booking",
        /// Lost, late or damaged baggage; lost property.
        ServiceBaggage = "service.baggage",
        /// Comfort, cleanliness, crowding, noise, safety standards of a place, vehicle or facility.
        ServiceConditions = "service.conditions",
        /// Behaviour or competence of staff, driver, courier.
        ServiceStaff = "service.staff",
        /// Cannot reach support, on hold, no reply to earlier contact, promised call never came, wants a person.
        ServiceContact = "service.contact",
        /// Opening hours, location, directions, local contact point.
        VisitInfo = "visit.info",
        /// Reports a public problem: pothole, lights out, rubbish, hazard.
        CivicReport = "civic.report",
        /// Benefits, permits, licences, taxes, enrolment with a public body.
        CivicService = "civic.service",
        /// Praise or thanks for something good the organisation did.
        FeedbackPraise = "feedback.praise",
        /// Complaint about the organisation that fits no line above.
        FeedbackComplaint = "feedback.complaint",
        /// Closes or acknowledges: thanks, ok, done, will do.
        TalkThanks = "talk.thanks",
        /// Answers an earlier question or gives details, with no new ask of its own.
        TalkDetail = "talk.detail",
        /// Small talk, joke, banter, talk about the brand with no ask.
        TalkChat = "talk.chat",
        /// Not for the organisation, unintelligible, spam, link only.
        TalkOther = "talk.other",
        /// Danger to life or health, self-harm, violence, threat.
        RiskSafety = "risk.safety",
        /// Threatens legal action, regulator, press; alleges a crime or discrimination by the organisation.
        RiskLegal = "risk.legal",
    }
}

impl Intent {
    /// The part before the dot: `account`, `billing`, `order`, `product`, `service` …
    pub fn group(self) -> &'static str {
        self.name().split_once('.').map_or("", |(group, _)| group)
    }

    /// The part after the dot.
    pub fn leaf(self) -> &'static str {
        self.name().split_once('.').map_or("", |(_, leaf)| leaf)
    }
}
