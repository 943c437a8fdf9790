import { abandonmentRatio } from '../floor/ratios.ts';
import { byChannel } from './definition.ts';
import { counted } from './sums.ts';

export const abandonment = byChannel(['phone', 'chat'], 'abandonment', {
  unit: 'fraction',
  better: 'lower',
  byContactType: true,
  rule: 'abandoned / offered',
  inWords: {
    numerator: 'contacts that left the queue before an agent answered, short ones included',
    denominator: 'offered contacts, less those who took a callback',
    rule: 'Short abandons count; contacts that were blocked or met a closing do not.',
  },
  source: 'ContactCenters performance measures',
  numerator: counted(abandonmentRatio.numerator),
  denominator: counted(abandonmentRatio.denominator),
});
