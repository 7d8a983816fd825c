extension Structure {
    /// Versions 1.01 to 1.05, as of 1.05. Source: IATI activity schema 1.05, and those before for what came when.
    static let textOfOne = """
        iati-activities: any @version:version @generated-datetime:dateTime @linked-data-default iati-activity*
        iati-activity: any filled @version:decimal @last-updated-datetime:dateTime @lang:language
          @default-currency:Currency @hierarchy:int @linked-data-uri reporting-org iati-identifier=line
          other-identifier title=words description activity-status=code?(ActivityStatus) activity-date contact-info
          participating-org activity-scope'1.03=code?(ActivityScope) recipient-country recipient-region location
          sector country-budget-items'1.03 policy-marker collaboration-type=code(CollaborationType)
          default-flow-type=code(FlowType) default-finance-type=code(FinanceType)
          default-aid-type=code(AidType) default-tied-status=code(TiedStatus) budget planned-disbursement
          capital-spend'1.03 transaction document-link activity-website=address related-activity conditions
          result legacy-data crs-add'1.03 fss'1.03

        words: mixed @lang:language
        line: text
        bare: text closed
        address: text:uri
        website: text:uri closed
        code(%): mixed @lang:language @code!:%
        code?(%): mixed @lang:language @code:%
        day: mixed closed @iso-date:date
        value: @currency:Currency @value-date!:date text:decimal
        figure: text:decimal closed

        description: mixed @lang:language @type:DescriptionType
        reporting-org: mixed @lang:language @ref! @type:OrganisationType @secondary-reporter'1.04:boolean
        participating-org: mixed @lang:language @ref @type:OrganisationType
          @role!:{Accountable|Extending|Funding|Implementing}
        other-identifier: @owner-ref @owner-name text
        activity-date: @type!:{start-planned|end-planned|start-actual|end-actual} @iso-date:date text
        contact-info: any @type'1.03:ContactType organisation=words person-name=words job-title'1.03=words
          telephone=line email=line mailing-address=line website'1.03

        recipient-country: mixed @lang:language @code!:Country @percentage:decimal
        recipient-region: mixed @lang:language @code:1=Region @vocabulary'1.03:RegionVocabulary
          @percentage:decimal
        location: any @ref'1.04 @percentage:decimal location-id'1.04 name=words description=words
          activity-description'1.04=words administrative point'1.04
          exactness'1.04=code?(GeographicExactness) location-reach'1.04=code?(GeographicLocationReach)
          location-class'1.04=code?(GeographicLocationClass) feature-designation'1.04=coded coordinates
          gazetteer-entry location-type=coded!
        location-id: mixed @code @vocabulary:GeographicVocabulary
        administrative: mixed @code'1.04 @vocabulary'1.04:GeographicVocabulary @level'1.04:count
          @country:Country @adm1 @adm2
        point: any filled @srsName! pos=bare
        coded: mixed @lang:language @code
        coded!: mixed @lang:language @code!
        coordinates: @latitude!:decimal @longitude!:decimal @precision
        gazetteer-entry: mixed @gazetteer-ref!:{GEO|NGA|OSM}

        sector: mixed @lang:language @code:DAC=Sector,DAC-3=SectorCategory
          @vocabulary:{ADT|COFOG|DAC|DAC-3|ISO|NACE|NTEE|RO|RO2|WB} @percentage:decimal
        country-budget-items: any mixed @vocabulary! budget-item
        budget-item: any mixed @code! @percentage:decimal description
        policy-marker: mixed @lang:language @code:DAC=PolicyMarker
          @vocabulary:{ADT|COFOG|DAC|DAC-3|ISO|NACE|NTEE|RO|RO2|WB} @significance:PolicySignificance

        budget: any @type:BudgetType period-start=day period-end=day value
        planned-disbursement: any @updated:date period-start=day period-end=day value
        capital-spend: @percentage!:decimal
        transaction: any filled @ref value description=words transaction-type provider-org receiver-org
          transaction-date flow-type=code(FlowType) finance-type=code(FinanceType) aid-type=code(AidType)
          tied-status=code(TiedStatus) disbursement-channel=code(DisbursementChannel)
        transaction-type: mixed @lang:language @code!:{C|D|E|IF|IR|LR|R|QP|QS|CG}
        transaction-date: mixed @iso-date!:date
        provider-org: mixed @ref @provider-activity-id
        receiver-org: mixed @ref @receiver-activity-id

        document-link: any filled @url!:uri @format title=words category=code(DocumentCategory)
          language'1.02=code?(Language)
        related-activity: mixed closed @lang:language @ref! @type!:RelatedActivityType
        conditions: any @attached!:boolean condition
        condition: mixed closed @lang:language @type!:ConditionType
        legacy-data: mixed closed @name! @value! @iati-equivalent:token

        result: any @type!:ResultType @aggregation-status:boolean title=words description indicator
        indicator: any @measure!:IndicatorMeasure @ascending:boolean title=words description baseline period
        baseline: any @year!:positive @value! comment=words
        period: any period-start=day period-end=day target=measurement actual=measurement
        measurement: any closed @value! comment=words

        crs-add: any aidtype-flag loan-terms loan-status
        aidtype-flag: mixed @code!:{1|2|3|4} @significance!:boolean
        loan-terms: any @rate-1:decimal @rate-2:decimal repayment-type=code?(LoanRepaymentType)
          repayment-plan=code?(LoanRepaymentPeriod) commitment-date=day repayment-first-date=day
          repayment-final-date=day
        loan-status: any @year!:decimal @currency:Currency @value-date!:date interest-received=figure
          principal-outstanding=figure principal-arrears=figure interest-arrears=figure
        fss: any @extraction-date!:date @priority:boolean @phaseout-year:decimal forecast
        forecast: @year!:decimal @currency:Currency @value-date:date text:decimal
        """
}
