import { useTranslation } from 'react-i18next';
import { type CrmValues, crmLink } from '../../../shared/crm-link.ts';

const madeUpCall: CrmValues = {
  lead_id: '7890123',
  vendor_lead_code: 'abc/123 45',
  in_call_with: '+15550104477',
  campaign_id: 'CAMP001',
  agent: 'ana.ruiz',
};

export function CrmPreview({ template }: { readonly template: string }) {
  const { t } = useTranslation();
  const link = crmLink(template, madeUpCall);
  return (
    <div className="text-sm">
      <p className="text-muted">{t('settings.crmPreview')}</p>
      {link.ok ? (
        <p className="wrap-anywhere select-text">{link.value}</p>
      ) : (
        <p className="text-danger">{t(`settings.crmProblem.${link.error}`)}</p>
      )}
    </div>
  );
}
