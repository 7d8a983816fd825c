extension Structure {
    /// Versions 2.01 to 2.03, as of 2.03. Source: IATI activity schema 2.03, and 2.01 and 2.02 for what came when.
    static let textOfTwo = """
        iati-activities: @version!:version @generated-datetime:dateTime @linked-data-default:uri iati-activity+
        iati-activity: @last-updated-datetime:dateTime @lang:language @default-currency:Currency
          @humanitarian'2.02:boolean @hierarchy:int @linked-data-uri:uri @budget-not-provided'2.03:BudgetNotProvided
          iati-identifier=line reporting-org title=words description+ participating-org+ other-identifier*
          activity-status=code(ActivityStatus) activity-date+ contact-info* activity-scope?=code(ActivityScope)
          recipient-country* recipient-region* location* sector* tag*'2.03 country-budget-items?
          humanitarian-scope*'2.02 policy-marker* collaboration-type?=code(CollaborationType)
          default-flow-type?=code(FlowType) default-finance-type?=code(FinanceType) default-aid-type*=aid-type
          default-tied-status?=code(TiedStatus) budget* planned-disbursement* capital-spend? transaction*
          document-link* related-activity* legacy-data* conditions? result* crs-add? fss?

        narrative: @lang:language text
        words: narrative+
        line: text
        bare: text closed
        address: text:uri
        code(%): @code!:%
        coded: @code!
        day: @iso-date!:date
        value: @currency:Currency @value-date!:date text:decimal
        figure: text:decimal closed

        description: @type:DescriptionType narrative+
        reporting-org: @ref! @type!:OrganisationType @secondary-reporter:boolean narrative+
        participating-org: @ref @type:OrganisationType @role!:OrganisationRole @activity-id'2.02
          @crs-channel-code'2.03:CRSChannelCode narrative*
        other-identifier: @ref! @type!:OtherIdentifierType owner-org?
        owner-org: @ref narrative*
        activity-date: @type!:ActivityDateType @iso-date!:date narrative*
        contact-info: @type:ContactType organisation?=words department?=words person-name?=words job-title?=words
          telephone*=line email*=line website*=address mailing-address*=words

        recipient-country: @code!:Country @percentage:decimal narrative*
        recipient-region: @code!:1=Region @vocabulary:RegionVocabulary @vocabulary-uri'2.02:uri
          @percentage:decimal narrative*
        location: @ref location-reach?=code(GeographicLocationReach) location-id* name?=words description?=words
          activity-description?=words administrative* point? exactness?=code(GeographicExactness)
          location-class?=code(GeographicLocationClass) feature-designation?=coded
        location-id: @code! @vocabulary!:GeographicVocabulary
        administrative: @code! @vocabulary!:GeographicVocabulary @level:count
        point: @srsName! pos=bare

        sector: @vocabulary:SectorVocabulary @vocabulary-uri'2.02:uri
          @code!:1=Sector,2=SectorCategory,7=UNSDG-Goals @percentage:decimal narrative*
        tag: @code!:2=UNSDG-Goals @vocabulary!:TagVocabulary @vocabulary-uri:uri narrative*
        country-budget-items: @vocabulary! budget-item+
        budget-item: @code! @percentage:decimal description?=words
        humanitarian-scope: @type!:HumanitarianScopeType @vocabulary!:HumanitarianScopeVocabulary
          @vocabulary-uri:uri @code! narrative*
        policy-marker: @vocabulary:PolicyMarkerVocabulary @vocabulary-uri'2.02:uri @code!:1=PolicyMarker
          @significance:PolicySignificance narrative*
        aid-type: @code!:1=AidType @vocabulary'2.03:AidTypeVocabulary

        budget: @type:BudgetType @status'2.02:BudgetStatus period-start=day period-end=day value
        planned-disbursement: @type:BudgetType period-start=day period-end?=day value provider-org?'2.02
          receiver-org?'2.02
        provider-org: @ref @provider-activity-id @type'2.02:OrganisationType narrative*
        receiver-org: @ref @receiver-activity-id @type'2.02:OrganisationType narrative*
        capital-spend: @percentage!:decimal
        transaction: @ref @humanitarian'2.02:boolean transaction-type=code(TransactionType) transaction-date=day
          value description?=words provider-org? receiver-org? disbursement-channel?=code(DisbursementChannel)
          sector*=transaction-sector recipient-country?=transaction-country
          recipient-region?=transaction-region flow-type?=code(FlowType) finance-type?=code(FinanceType)
          aid-type* tied-status?=code(TiedStatus)
        transaction-sector: @vocabulary:SectorVocabulary @vocabulary-uri'2.02:uri
          @code!:1=Sector,2=SectorCategory,7=UNSDG-Goals narrative*
        transaction-country: @code!:Country narrative*
        transaction-region: @code!:1=Region @vocabulary:RegionVocabulary @vocabulary-uri'2.02:uri narrative*

        document-link: @url!:uri @format! title=words description?'2.03=words
          category+=code(DocumentCategory) language*=code(Language) document-date?'2.02=day
        related-activity: @ref! @type!:RelatedActivityType closed
        legacy-data: @name! @value! @iati-equivalent:token closed
        conditions: @attached!:boolean condition*
        condition: @type!:ConditionType narrative+ closed

        result: @type!:ResultType @aggregation-status:boolean title=words description?=words
          document-link*'2.03 reference*'2.03=result-reference indicator+
        result-reference: @code! @vocabulary! @vocabulary-uri:uri
        indicator: @measure!:IndicatorMeasure @ascending:boolean @aggregation-status'2.03:boolean title=words
          description?=words document-link*'2.03 reference*'2.02=indicator-reference baseline* period*
        indicator-reference: @vocabulary! @code! @indicator-uri:uri
        baseline: @iso-date'2.03:date @year!:positive @value location*'2.03=location-reference dimension*'2.03
          document-link*'2.03 comment?=words
        period: period-start=day period-end=day target*=measurement actual*=measurement
        measurement: @value location*'2.02=location-reference dimension*'2.02 comment?=words
          document-link*'2.03 closed
        location-reference: @ref
        dimension: @name @value

        crs-add: other-flags* loan-terms? loan-status? channel-code?'2.02=bare
        other-flags: @code! @significance!:boolean
        loan-terms: @rate-1:decimal @rate-2:decimal repayment-type?=code(LoanRepaymentType)
          repayment-plan?=code(LoanRepaymentPeriod) commitment-date?=day repayment-first-date?=day
          repayment-final-date?=day
        loan-status: @year!:decimal @currency:Currency @value-date!:date interest-received?=figure
          principal-outstanding?=figure principal-arrears?=figure interest-arrears?=figure
        fss: @extraction-date!:date @priority:boolean @phaseout-year:decimal forecast*
        forecast: @year!:decimal @currency:Currency @value-date:date text:decimal
        """
}
